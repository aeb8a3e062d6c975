package org.dwastudio.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.text.Message;

/** Conversion of a written configuration into an {@link Experiment}; absent settings keep their defaults. */
final class ExperimentFields {
    /** The one format of experiment files so far. */
    static final int FORMAT = 1;

    private static final ParameterRange FORMATS =
            ParameterRange.of(1, FORMAT, FORMAT).whole();
    private static final ParameterRange POSITION =
            ParameterRange.of(0, Integer.MAX_VALUE, 0).whole();

    private static final Pattern LINE = Pattern.compile(":(\\d{1,9})$");

    private final List<ConfigProblem> problems = new ArrayList<>();

    /**
     * @throws ConfigException naming everything that is wrong
     */
    static Experiment read(ConfigNode.Block root) throws ConfigException {
        refuseNewer(root);
        ExperimentFields fields = new ExperimentFields();
        Experiment experiment = fields.experiment(new BlockReader("", root, fields.problems));
        if (!fields.problems.isEmpty()) {
            throw new ConfigException(fields.problems.stream()
                    .sorted(Comparator.comparingInt(ExperimentFields::line))
                    .toList());
        }
        return experiment;
    }

    /** Returns the line of a problem in its file; problems without a line come last. */
    private static int line(ConfigProblem problem) {
        Matcher numbered = LINE.matcher(problem.place());
        return numbered.find() ? Integer.parseInt(numbered.group(1)) : Integer.MAX_VALUE;
    }

    /** Before all else: what a newer version added would be called a mistake. */
    private static void refuseNewer(ConfigNode.Block root) throws ConfigException {
        if (root.entries().get("format") instanceof ConfigNode.Scalar format
                && format.text().matches("[1-9]\\d{0,8}")
                && Integer.parseInt(format.text()) > FORMAT) {
            throw new ConfigException(
                    new ConfigProblem(format.place(), "format", Message.of("config.newer", format.text(), FORMAT)));
        }
    }

    private Experiment experiment(BlockReader root) {
        Experiment defaults = SynthesisPresets.demonstration();
        root.whole("format", FORMATS, FORMAT);
        Experiment experiment = root.read(Experiment.SETTINGS, defaults);
        for (ExperimentBlock<Experiment, ?> block : ExperimentBlock.ALL) {
            experiment = block.read(root, experiment);
        }
        experiment = experiment.withTuning(root.blocks("tuning").stream()
                .map(this::tuning)
                .flatMap(Optional::stream)
                .toList());
        checkColumns(experiment, root.block("synthesis"));
        root.refuseUnknownKeys();
        return experiment;
    }

    /** A part of a run must hold columns, and only such as the run comes to have. */
    private static void checkColumns(Experiment experiment, BlockReader block) {
        SynthesisConfig config = experiment.synthesis();
        int columns = experiment.tuning().stream()
                .filter(change -> change.parameter() == SynthesisConfig.IMAGES_PER_CLASS)
                .mapToInt(change -> (int) change.to())
                .reduce(config.imagesPerClass(), Math::max);
        if (config.columns().start() >= columns) {
            block.problem(
                    "ipcStart", Message.of("config.noColumn", config.columns().start(), columns, columns - 1));
        }
        if (config.columns().end() > columns) {
            block.problem("ipcEnd", Message.of("config.behind", config.columns().end(), columns));
        }
        if (config.columns().end() != 0
                && config.columns().end() <= config.columns().start()) {
            block.problem(
                    "ipcEnd",
                    Message.of(
                            "config.ipcEnd",
                            config.columns().end(),
                            config.columns().start()));
        }
    }

    private Optional<TuningChange> tuning(BlockReader block) {
        block.require(List.of("column", "iteration", "parameter", "from", "to"));
        int column = block.whole("column", POSITION, 0);
        int iteration = block.whole("iteration", POSITION, 0);
        Optional<Parameter<SynthesisConfig>> parameter = parameter(block);
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

    private static Optional<Parameter<SynthesisConfig>> parameter(BlockReader block) {
        String key = block.text("parameter", "");
        Optional<Parameter<SynthesisConfig>> parameter =
                SynthesisSettings.table().parameter(key);
        if (parameter.isEmpty() && !key.isEmpty()) {
            String known =
                    SynthesisSettings.parameters().stream().map(Parameter::key).collect(Collectors.joining(", "));
            block.problem("parameter", Message.of("setting.choice", key, known));
        }
        return parameter;
    }
}
