package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.HeldOut;
import org.dwastudio.config.ImageFitting;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.config.Stress;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.evaluation.Mixing;
import org.dwastudio.config.evaluation.StudentLabels;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.ColumnRange;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.Regression;
import org.dwastudio.config.synthesis.Repulsion;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentWriterTest {
    @TempDir
    private Path temp;

    /** Every value differs from its default. */
    private static Experiment other() {
        return new Experiment(
                "other: \"name\" # with 'marks'",
                -9_000_000_000_000_000_001L,
                new DatasetConfig(
                        "/data/with space/犬",
                        96,
                        DatasetConfig.Color.GRAY,
                        0.3,
                        11,
                        Optional.of(new ChannelNormalization(List.of(0.1, 0.2, 0.3), List.of(0.4, 0.5, 0.6))),
                        new ImageSelection(List.of("crane, bird", "犬"), 12, true, true),
                        new ImageFitting(ImageFitting.Fit.PAD, 4095),
                        new HeldOut(0.15, HeldOut.ScoredOn.HELD_OUT),
                        new Stress(50.5, 0.2, Stress.LabelNoiseKind.NEIGHBOR, Stress.Corruption.JPEG, 4)),
                new TeacherConfig(
                        "teacher.npz",
                        Optional.of(new NetworkConfig("convnet", 32, NetworkConfig.Stem.IMAGENET, 1, 7, 48)),
                        true),
                new SqueezeConfig(
                        new TrainedNetwork("convnet", 48, NetworkConfig.Stem.IMAGENET),
                        "start weights.th",
                        7,
                        33,
                        new SqueezeOptimizer(0.03, 0.1, true, 1e-3, 2, SqueezeOptimizer.Schedule.STEP),
                        0.1,
                        new ImageAugmentation(ImageAugmentation.Crop.RESIZED, 1, 0.3, false)),
                new SynthesisConfig(
                        3,
                        7,
                        17,
                        new Adjustment(0.1 + 0.2, 1.5, 5, Adjustment.Direction.RANDOM),
                        new Alignment(1e-7, 2.5, 3.5),
                        new Regression(0.7, 3, 123, 24, 77, 0.025),
                        new Matching(Matching.Method.DISTRIBUTION_MATCHING, 2.5, 0.25, 33, 48, false),
                        new Repulsion(0.4),
                        new SynthesisOptimizer(1.0 / 3, 0.12345678901234568, 0.7, 3e-11),
                        new Augmentation(9, Augmentation.Kind.RANDOM_RESIZED_CROP),
                        new Initialization(
                                Initialization.StartImages.TENSOR, Optional.of(Path.of("start images.npz")), 70, 6, 3),
                        new Execution(Execution.Order.ALL_AT_ONCE, OptionalInt.of(2), Execution.Precision.MIXED, 0),
                        // A distribution matching has no parts.
                        new ColumnRange(0, 3)),
                new EvaluationConfig(
                        new TrainedNetwork("vgg11_bn", 24, NetworkConfig.Stem.IMAGENET),
                        5,
                        70,
                        31,
                        new EvaluationOptimizer(
                                EvaluationOptimizer.Kind.SGD,
                                0.02,
                                0.8,
                                0.03,
                                4,
                                EvaluationOptimizer.Schedule.CONSTANT),
                        new ImageAugmentation(ImageAugmentation.Crop.RESIZED, 2, 0.4, false),
                        new Mixing(Mixing.Mix.CUTMIX, 1.25),
                        new StudentLabels(
                                StudentLabels.Loss.MSE,
                                StudentLabels.SoftLabels.STORED,
                                StudentLabels.LabelKinds.SOFT,
                                2.5,
                                0.3),
                        new Measuring(0.97, 9),
                        OptionalInt.of(3),
                        true),
                List.of(
                        new TuningChange(0, 3, SynthesisOptimizer.LEARNING_RATE, 1.0 / 3, 0.2),
                        new TuningChange(2, 0, Adjustment.ASCENT_STEPS, 5, 6)));
    }

    @Test
    void theExampleDiffersFromTheDefaultInEveryValue() throws ReflectiveOperationException {
        assertThat(componentsAlike("experiment", other(), SynthesisPresets.demonstration()))
                .containsExactly("experiment.synthesis.columns.start");
    }

    @Test
    void aPartOfARunComesBackAsItWasWritten() throws IOException, ConfigException {
        Experiment part = SynthesisPresets.demonstration()
                .withSynthesis(SynthesisConfig.paper().withColumns(new ColumnRange(1, 2)));
        assertThat(ExperimentReader.parse(ExperimentWriter.toYaml(part), "e.yaml"))
                .isEqualTo(part);
    }

    @Test
    void thePublishedMethodLeavesTheKeysOfDistributionMatchingOut() throws IOException {
        assertThat(ExperimentWriter.toYaml(SynthesisPresets.demonstration())).doesNotContain("method:", "matching");
        assertThat(ExperimentWriter.toYaml(other()).lines())
                .contains("  method: distribution-matching", "  matchingFlip: false");
    }

    @Test
    void anExperimentWithoutAnyDefaultComesBackAsItWasWritten() throws IOException, ConfigException {
        Path file = temp.resolve("e.yaml");

        ExperimentWriter.write(other(), file);

        assertThat(ExperimentReader.read(file)).isEqualTo(other());
        assertThat(temp).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void foldersAreNamedByTheSpellingOfVersionZeroPointOne() throws IOException, ConfigException {
        assertThat(ExperimentWriter.toYaml(other()).lines()).contains("  color: gray");
        assertThat(ExperimentWriter.toFirstYaml(other()).lines())
                .contains("  colour: grey")
                .doesNotContain("  color: gray");
        assertThat(ExperimentReader.parse(ExperimentWriter.toFirstYaml(other()), "e.yaml"))
                .isEqualTo(other());
    }

    @Test
    void theDefaultComesBackAsItWasWritten() throws IOException, ConfigException {
        String yaml = ExperimentWriter.toYaml(SynthesisPresets.demonstration());

        assertThat(ExperimentReader.parse(yaml, "e.yaml")).isEqualTo(SynthesisPresets.demonstration());
    }

    @Test
    void everyValueIsWrittenThoughItIsTheDefault() throws IOException {
        String yaml = ExperimentWriter.toYaml(SynthesisPresets.demonstration());

        assertThat(blockOf(yaml, "squeeze"))
                .containsExactlyElementsOf(keys(SqueezeSettings.table(), Set.of("startFrom")));
        assertThat(blockOf(yaml, "synthesis"))
                .containsExactlyElementsOf(keys(
                        SynthesisSettings.table(),
                        Set.of(
                                "startFile",
                                "parallelColumns",
                                "snapshotMegabytes",
                                "crossEntropyFactor",
                                "method",
                                "matchingRate",
                                "matchingMomentum",
                                "matchingImages",
                                "matchingWidth",
                                "matchingFlip",
                                "repulsionWeight",
                                "startCandidates",
                                "mosaicCrops",
                                "mosaicGrid")));
        assertThat(blockOf(yaml, "evaluation"))
                .containsExactlyElementsOf(
                        keys(EvaluationSettings.table(), Set.of("labels", "parallelStudents", "withoutAugmentation")));
    }

    @Test
    void aFileThatIsWrittenAgainIsReplaced() throws IOException, ConfigException {
        Path file = Files.writeString(temp.resolve("e.yaml"), "seed: 1");

        ExperimentWriter.write(other(), file);

        assertThat(ExperimentReader.read(file).seed()).isEqualTo(other().seed());
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNothingBehind() throws IOException {
        Path inTheWay = Files.createDirectories(temp.resolve("e.yaml/content")).getParent();

        assertThatThrownBy(() -> ExperimentWriter.write(other(), inTheWay)).isInstanceOf(IOException.class);
        assertThat(temp.resolve("e.yaml.part")).doesNotExist();
        assertThat(inTheWay).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "~",
                "true",
                "no",
                "1e3",
                "0x10",
                " ",
                "a: b",
                "- a",
                "#1",
                "[a",
                "{",
                "'",
                "\"",
                "a\nb",
                "@home",
                "%",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "ρ = 0.015",
                "C:\\data",
                "tab\there",
                " padded ",
                ".inf",
                "---"
            })
    void awkwardNamesComeBackAsTheyWereWritten(String name) throws IOException, ConfigException {
        Experiment experiment = SynthesisPresets.demonstration().withName(name);

        assertThat(ExperimentReader.parse(ExperimentWriter.toYaml(experiment), "e.yaml")
                        .name())
                .isEqualTo(name);
    }

    private static List<String> keys(SettingTable<?> table, Set<String> leftOut) {
        return table.settings().stream()
                .map(Setting::key)
                .filter(key -> !leftOut.contains(key))
                .toList();
    }

    private static List<String> blockOf(String yaml, String block) {
        return yaml.lines()
                .dropWhile(line -> !line.equals(block + ":"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .map(line -> line.strip().replaceFirst(":.*", ""))
                .toList();
    }

    private static List<String> componentsAlike(String path, Object one, Object other)
            throws ReflectiveOperationException {
        List<String> alike = new ArrayList<>();
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            Object first = component.getAccessor().invoke(one);
            Object second = component.getAccessor().invoke(other);
            String name = path + "." + component.getName();
            if (first instanceof Record && second instanceof Record) {
                alike.addAll(componentsAlike(name, first, second));
            } else if (Objects.equals(first, second)) {
                alike.add(name);
            }
        }
        return alike;
    }
}
