package org.dwastudio.config.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationParameter;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.ParameterRange;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.config.SynthesisParameter;
import org.dwastudio.config.TakesEffect;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;

/** Turns a configuration as written into an {@link Experiment}; whatever is absent keeps its default. */
final class ExperimentFields {
    /** The one format of experiment files so far. */
    static final int FORMAT = 1;

    private static final ParameterRange FORMATS =
            new ParameterRange(1, FORMAT, FORMAT, FORMAT, true, ParameterRange.Scale.LINEAR, TakesEffect.NEXT_RUN);
    private static final ParameterRange POSITION = new ParameterRange(
            0, Integer.MAX_VALUE, 0, 0, true, ParameterRange.Scale.LOGARITHMIC, TakesEffect.NEXT_RUN);

    private final List<ConfigProblem> problems = new ArrayList<>();

    /**
     * @throws ConfigException naming everything that is wrong
     */
    static Experiment read(ConfigNode.Block root) throws ConfigException {
        refuseNewer(root);
        ExperimentFields fields = new ExperimentFields();
        Experiment experiment = fields.experiment(new BlockReader("", root, fields.problems));
        if (!fields.problems.isEmpty()) {
            throw new ConfigException(fields.problems);
        }
        return experiment;
    }

    /** Before all else: what a newer version added would be called a mistake. */
    private static void refuseNewer(ConfigNode.Block root) throws ConfigException {
        if (root.entries().get("format") instanceof ConfigNode.Scalar format
                && format.text().matches("[1-9]\\d{0,8}")
                && Integer.parseInt(format.text()) > FORMAT) {
            throw new ConfigException(new ConfigProblem(
                    format.place(),
                    "format",
                    format.text() + " is that of a newer version of this program; this version knows formats up to "
                            + FORMAT + ". Please open it with the version that wrote it"));
        }
    }

    private Experiment experiment(BlockReader root) {
        Experiment defaults = SynthesisPresets.demonstration();
        root.whole("format", FORMATS, FORMAT);
        Experiment basis = defaults.withName(root.text("name", defaults.name()))
                .withSeed(root.whole("seed", defaults.seed()))
                .withDataset(dataset(root.block("dataset")))
                .withTeacher(teacher(root.block("teacher")))
                .withSqueeze(squeeze(root.block("squeeze")));
        BlockReader synthesis = root.block("synthesis");
        Experiment experiment = basis.withSynthesis(synthesis(synthesis))
                .withEvaluation(evaluation(root.block("evaluation")))
                .withTuning(root.blocks("tuning").stream()
                        .map(this::tuning)
                        .flatMap(Optional::stream)
                        .toList());
        checkColumns(experiment, synthesis);
        root.refuseUnknownKeys();
        return experiment;
    }

    private DatasetConfig dataset(BlockReader block) {
        DatasetConfig defaults = new DatasetConfig(DatasetConfig.BUNDLED);
        DatasetConfig config = new DatasetConfig(
                block.text("source", defaults.source()),
                block.whole("imageSize", DatasetConfig.IMAGE_SIZE, defaults.imageSize()),
                block.choice("colour", DatasetConfig.Colour.class, defaults.colour()),
                block.number("testShare", DatasetConfig.TEST_SHARE, defaults.testShare()),
                block.whole("splitSeed", defaults.splitSeed()),
                block.has("normalization")
                        ? Optional.of(normalization(block.block("normalization")))
                        : Optional.empty());
        if (config.imageSize() > 0 && config.imageSize() < NetworkConfig.IMAGE_SIZE.min()) {
            block.problem(
                    "imageSize",
                    config.imageSize() + " is too small; allowed are 0 (as stored) and "
                            + NetworkConfig.IMAGE_SIZE.describe());
        }
        block.refuseUnknownKeys();
        return config;
    }

    private ChannelNormalization normalization(BlockReader block) {
        block.require("mean", "std");
        ChannelNormalization config = new ChannelNormalization(
                block.numbers("mean", ChannelNormalization.MEAN), block.numbers("std", ChannelNormalization.STD));
        if (config.mean().size() != config.std().size()
                || (config.mean().size() != 1 && config.mean().size() != 3)) {
            block.problem("mean", "mean and std must both have one value (grey) or three (colour)");
        }
        block.refuseUnknownKeys();
        return config;
    }

    private TeacherConfig teacher(BlockReader block) {
        Optional<NetworkConfig> network =
                block.has("network") ? Optional.of(network(block.block("network"))) : Optional.empty();
        TeacherConfig config = new TeacherConfig(block.text("weights", TeacherConfig.BUNDLED), network);
        block.refuseUnknownKeys();
        return config;
    }

    private NetworkConfig network(BlockReader block) {
        NetworkConfig config = new NetworkConfig(
                block.text("architecture", "resnet18"),
                block.whole("width", NetworkConfig.WIDTH, 64),
                block.choice("stem", NetworkConfig.Stem.class, NetworkConfig.Stem.SMALL),
                block.whole("channels", NetworkConfig.CHANNELS, 3),
                block.whole("classes", NetworkConfig.CLASSES, 10),
                block.whole("imageSize", NetworkConfig.IMAGE_SIZE, 32));
        if (config.channels() == 2) {
            block.problem("channels", "2 is not possible; allowed are 1 (grey) and 3 (colour)");
        }
        block.refuseUnknownKeys();
        return config;
    }

    private SqueezeConfig squeeze(BlockReader block) {
        SqueezeConfig config = SqueezeConfig.paper();
        for (SqueezeParameter parameter : SqueezeParameter.values()) {
            config = parameter.replacedIn(
                    config, block.number(parameter.key(), parameter.range(), parameter.in(config)));
        }
        config = config.withArchitecture(block.text("architecture", config.architecture()))
                .withStem(block.choice("stem", NetworkConfig.Stem.class, config.stem()))
                .withNesterov(block.flag("nesterov", config.nesterov()))
                .withSchedule(block.choice("schedule", SqueezeConfig.Schedule.class, config.schedule()))
                .withCrop(block.choice("crop", SqueezeConfig.Crop.class, config.crop()))
                .withHorizontalFlip(block.flag("horizontalFlip", config.horizontalFlip()));
        config.contradictions().forEach(block::problem);
        block.refuseUnknownKeys();
        return config;
    }

    private EvaluationConfig evaluation(BlockReader block) {
        EvaluationConfig defaults = EvaluationConfig.paper();
        EvaluationConfig numbers = defaults;
        for (EvaluationParameter parameter : EvaluationParameter.values()) {
            numbers = parameter.replacedIn(
                    numbers, block.number(parameter.key(), parameter.range(), parameter.in(defaults)));
        }
        EvaluationConfig config = numbers.edited(draft -> {
            draft.architecture = block.text("architecture", draft.architecture);
            draft.stem = block.choice("stem", NetworkConfig.Stem.class, draft.stem);
            draft.optimizer = block.choice("optimizer", EvaluationConfig.Optimizer.class, draft.optimizer);
            draft.schedule = block.choice("schedule", EvaluationConfig.Schedule.class, draft.schedule);
            draft.crop = block.choice("crop", SqueezeConfig.Crop.class, draft.crop);
            draft.horizontalFlip = block.flag("horizontalFlip", draft.horizontalFlip);
            draft.mix = block.choice("mix", EvaluationConfig.Mix.class, draft.mix);
            draft.loss = block.choice("loss", EvaluationConfig.Loss.class, draft.loss);
            draft.softLabels = block.choice("softLabels", EvaluationConfig.SoftLabels.class, draft.softLabels);
            draft.labels = block.choice("labels", EvaluationConfig.LabelKinds.class, draft.labels);
        });
        config.contradictions().forEach(block::problem);
        block.refuseUnknownKeys();
        return config;
    }

    private SynthesisConfig synthesis(BlockReader block) {
        SynthesisConfig config = SynthesisPresets.demonstration().synthesis();
        for (SynthesisParameter parameter : SynthesisParameter.values()) {
            config = parameter.replacedIn(
                    config, block.number(parameter.key(), parameter.range(), parameter.in(config)));
        }
        config = config.withDirection(block.choice("direction", SynthesisConfig.Direction.class, config.direction()))
                .withView(block.choice("view", SynthesisConfig.View.class, config.view()))
                .withStart(block.choice("start", SynthesisConfig.StartImages.class, config.start()))
                .withStartFile(block.path("startFile"))
                .withOrder(block.choice("order", SynthesisConfig.Order.class, config.order()))
                .withPrecision(block.choice("precision", SynthesisConfig.Precision.class, config.precision()))
                .withIpcStart(block.whole("ipcStart", SynthesisConfig.COLUMN, config.ipcStart()))
                .withIpcEnd(block.whole("ipcEnd", SynthesisConfig.COLUMN, config.ipcEnd()));
        if (config.start() == SynthesisConfig.StartImages.TENSOR
                && config.startFile().isEmpty()) {
            block.problem("startFile", "must name the tensor file when start is tensor");
        }
        block.refuseUnknownKeys();
        return config;
    }

    /** A part of a run must hold columns, and only such as the run comes to have. */
    private static void checkColumns(Experiment experiment, BlockReader block) {
        SynthesisConfig config = experiment.synthesis();
        int columns = experiment.tuning().stream()
                .filter(change -> change.parameter() == SynthesisParameter.IMAGES_PER_CLASS)
                .mapToInt(change -> (int) change.to())
                .reduce(config.imagesPerClass(), Math::max);
        if (config.ipcStart() >= columns) {
            block.problem(
                    "ipcStart",
                    "column " + config.ipcStart() + " does not exist; imagesPerClass is " + columns
                            + ", so columns are 0 to " + (columns - 1));
        }
        if (config.ipcEnd() > columns) {
            block.problem(
                    "ipcEnd",
                    config.ipcEnd() + " lies behind the last column; imagesPerClass is " + columns
                            + " (0 goes to the end)");
        }
        if (config.ipcEnd() != 0 && config.ipcEnd() <= config.ipcStart()) {
            block.problem(
                    "ipcEnd",
                    config.ipcEnd() + " must be above ipcStart, " + config.ipcStart()
                            + ": it is the column before which the part ends (0 goes to the end)");
        }
    }

    private Optional<TuningChange> tuning(BlockReader block) {
        block.require("column", "iteration", "parameter", "from", "to");
        int column = block.whole("column", POSITION, 0);
        int iteration = block.whole("iteration", POSITION, 0);
        Optional<SynthesisParameter> parameter = parameter(block);
        if (parameter.isEmpty()) {
            return Optional.empty();
        }
        ParameterRange range = parameter.get().range();
        TuningChange change = new TuningChange(
                column,
                iteration,
                parameter.get(),
                block.number("from", range, range.defaultValue()),
                block.number("to", range, range.defaultValue()));
        block.refuseUnknownKeys();
        return Optional.of(change);
    }

    private Optional<SynthesisParameter> parameter(BlockReader block) {
        String key = block.text("parameter", "");
        Optional<SynthesisParameter> parameter = SynthesisParameter.byKey(key);
        if (parameter.isEmpty() && !key.isEmpty()) {
            String known = Arrays.stream(SynthesisParameter.values())
                    .map(SynthesisParameter::key)
                    .collect(Collectors.joining(", "));
            block.problem("parameter", "'" + key + "' is not one of " + known);
        }
        return parameter;
    }
}
