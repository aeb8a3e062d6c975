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
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.config.SynthesisParameter;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
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
                        DatasetConfig.Colour.GREY,
                        0.3,
                        11,
                        Optional.of(new ChannelNormalization(List.of(0.1, 0.2, 0.3), List.of(0.4, 0.5, 0.6)))),
                new TeacherConfig(
                        "teacher.npz",
                        Optional.of(new NetworkConfig("convnet", 32, NetworkConfig.Stem.IMAGENET, 1, 7, 48))),
                new SqueezeConfig(
                        "convnet",
                        48,
                        NetworkConfig.Stem.IMAGENET,
                        7,
                        33,
                        0.03,
                        0.1,
                        true,
                        1e-3,
                        2,
                        SqueezeConfig.Schedule.STEP,
                        0.1,
                        SqueezeConfig.Crop.RESIZED,
                        1,
                        0.3,
                        false),
                new SynthesisConfig(
                        3,
                        7,
                        1.0 / 3,
                        0.1 + 0.2,
                        5,
                        SynthesisConfig.Direction.RANDOM,
                        1e-7,
                        2.5,
                        3.5,
                        0.7,
                        3,
                        123,
                        24,
                        77,
                        0.025,
                        9,
                        SynthesisConfig.View.RANDOM_RESIZED_CROP,
                        17,
                        0.12345678901234568,
                        0.7,
                        3e-11,
                        SynthesisConfig.StartImages.TENSOR,
                        Optional.of(Path.of("start images.npz")),
                        SynthesisConfig.Order.ALL_AT_ONCE,
                        SynthesisConfig.Precision.MIXED,
                        1,
                        2),
                new EvaluationConfig(
                        "vgg11_bn",
                        24,
                        NetworkConfig.Stem.IMAGENET,
                        5,
                        70,
                        31,
                        EvaluationConfig.Optimizer.SGD,
                        0.02,
                        0.8,
                        0.03,
                        4,
                        EvaluationConfig.Schedule.CONSTANT,
                        SqueezeConfig.Crop.RESIZED,
                        2,
                        0.4,
                        false,
                        EvaluationConfig.Mix.CUTMIX,
                        1.25,
                        EvaluationConfig.Loss.MSE,
                        EvaluationConfig.SoftLabels.STORED,
                        EvaluationConfig.LabelKinds.SOFT,
                        2.5,
                        0.3,
                        0.97,
                        9),
                List.of(
                        new TuningChange(0, 3, SynthesisParameter.LEARNING_RATE, 1.0 / 3, 0.2),
                        new TuningChange(2, 0, SynthesisParameter.ASCENT_STEPS, 5, 6)));
    }

    @Test
    void theExampleDiffersFromTheDefaultInEveryValue() throws ReflectiveOperationException {
        assertThat(componentsAlike("experiment", other(), SynthesisPresets.demonstration()))
                .isEmpty();
    }

    @Test
    void anExperimentWithoutAnyDefaultComesBackAsItWasWritten() throws IOException, ConfigException {
        Path file = temp.resolve("e.yaml");

        ExperimentWriter.write(other(), file);

        assertThat(ExperimentReader.read(file)).isEqualTo(other());
        assertThat(temp).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void theDefaultComesBackAsItWasWritten() throws IOException, ConfigException {
        String yaml = ExperimentWriter.toYaml(SynthesisPresets.demonstration());

        assertThat(ExperimentReader.parse(yaml, "e.yaml")).isEqualTo(SynthesisPresets.demonstration());
    }

    @Test
    void everyValueIsWrittenThoughItIsTheDefault() throws IOException {
        String yaml = ExperimentWriter.toYaml(SynthesisPresets.demonstration());

        for (SynthesisParameter parameter : SynthesisParameter.values()) {
            assertThat(yaml).contains("\n  " + parameter.key() + ": ");
        }
        for (RecordComponent component : SqueezeConfig.class.getRecordComponents()) {
            assertThat(yaml).contains("\n  " + component.getName() + ": ");
        }
    }

    @Test
    void aFileThatIsWrittenAgainIsReplaced() throws IOException, ConfigException {
        Path file = Files.writeString(temp.resolve("e.yaml"), "seed: 1");

        ExperimentWriter.write(other(), file);

        assertThat(ExperimentReader.read(file).seed()).isEqualTo(other().seed());
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNothingBeside() throws IOException {
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
