package org.dwastudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleConfigsTest {
    private static final Path FOLDER = Path.of("sample-configs");
    private static final List<String> OF_PRESETS =
            List.of("demonstration", "sre2l", "control-rho-zero", "control-random-direction");
    // Those but the first are tested by TeacherSamplesTest.
    private static final List<String> TEACHERS = List.of(
            "teacher-fashion-mnist.yaml",
            "teacher-cifar-10.yaml",
            "teacher-cifar-100.yaml",
            "teacher-tiny-imagenet.yaml",
            "teacher-imagenet.yaml");

    @ParameterizedTest
    @MethodSource("ofPresets")
    void aSampleIsTheDemonstrationWithThePresetOfItsName(String name) throws ConfigException {
        SynthesisConfig synthesis = Presets.all().stream()
                .filter(preset -> preset.key().equals(name))
                .findFirst()
                .orElseThrow()
                .synthesis();

        assertThat(ExperimentReader.read(FOLDER.resolve(name + ".yaml")))
                .isEqualTo(Presets.demonstration().withName(name).withSynthesis(synthesis));
    }

    @Test
    void theTeacherIsTrainedAsTheBundledOneWas() throws ConfigException {
        Experiment experiment = ExperimentReader.read(FOLDER.resolve("teacher-fashion-mnist.yaml"));

        assertThat(experiment.seed()).isEqualTo(1);
        assertThat(experiment.dataset().source()).isEqualTo(DatasetConfig.BUNDLED);
        assertThat(experiment.squeeze())
                .isEqualTo(SqueezeConfig.paper().withWidth(16).withEpochs(30).withCropPadding(2));
    }

    @Test
    void everySampleIsTested() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(OF_PRESETS.size() + TEACHERS.size())
                    .containsAll(TEACHERS)
                    .containsAll(OF_PRESETS.stream().map(name -> name + ".yaml").toList());
        }
    }

    @ParameterizedTest
    @EnumSource(SynthesisParameter.class)
    void theDemonstrationNamesEveryParameterAndItsValueIsTheDefault(SynthesisParameter parameter) throws IOException {
        assertThat(FOLDER.resolve("demonstration.yaml")).content().contains("\n  " + parameter.key() + ": ");
        assertThat(parameter.in(Presets.demonstration().synthesis()))
                .isEqualTo(parameter.range().defaultValue());
    }

    @ParameterizedTest
    @EnumSource(SynthesisParameter.class)
    void thePapersValuesAreThoseOfTheRanges(SynthesisParameter parameter) {
        assertThat(parameter.in(SynthesisConfig.paper()))
                .isEqualTo(parameter.range().paperValue());
    }

    private static List<String> ofPresets() {
        return OF_PRESETS;
    }
}
