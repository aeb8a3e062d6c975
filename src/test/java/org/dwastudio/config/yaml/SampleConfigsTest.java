package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.Stress;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleConfigsTest {
    private static final Path FOLDER = Path.of("sample-configs");
    private static final List<String> OF_PRESETS = List.of(
            "demonstration",
            "best-known",
            "distribution-matching",
            "surest",
            "rded",
            "short-synthesis",
            "sre2l",
            "control-rho-zero",
            "control-random-direction");
    // Those but the first are tested by TeacherSamplesTest.
    private static final List<String> TEACHERS = List.of(
            "teacher-fashion-mnist.yaml",
            "teacher-cifar-10.yaml",
            "teacher-cifar-100.yaml",
            "teacher-tiny-imagenet.yaml",
            "teacher-imagenet.yaml");

    private static final List<String> PUBLISHED = List.of("cifar-10", "cifar-100", "tiny-imagenet", "imagenet-1k");

    /** The values of the paper's tables, written out once more on purpose. */
    @ParameterizedTest
    @CsvSource({
        "cifar-10,      10, 1000, 0.25, 12, 11,  4, SHIFT,               100, paper-cifar",
        "cifar-100,     10, 1000, 0.25, 12, 11,  4, SHIFT,               100, paper-cifar",
        "tiny-imagenet, 50, 2000, 0.1,  12, 11,  4, RANDOM_RESIZED_CROP, 200, paper-tiny-imagenet",
        "imagenet-1k,   50, 2000, 0.25, 15, 2,  32, RANDOM_RESIZED_CROP, 100, paper-imagenet"
    })
    void aPublishedRecipeHasThePapersValuesAndIsAPreset(
            String name,
            int imagesPerClass,
            int iterations,
            double learningRate,
            int ascentSteps,
            double varianceWeight,
            int jitter,
            Augmentation.Kind kind,
            int batchSize,
            String preset)
            throws ConfigException {
        Experiment experiment = ExperimentReader.read(FOLDER.resolve(name + ".yaml"));

        SynthesisConfig synthesis = experiment.synthesis();
        assertThat(synthesis)
                .isEqualTo(SynthesisConfig.paper()
                        .withImagesPerClass(imagesPerClass)
                        .withIterations(iterations)
                        .withOptimizer(optimizer -> optimizer.withLearningRate(learningRate))
                        .withAdjustment(adjustment -> adjustment.withAscentSteps(ascentSteps))
                        .withAlignment(alignment -> alignment.withVarianceWeight(varianceWeight))
                        .withAugmentation(
                                augmentation -> augmentation.withJitter(jitter).withKind(kind))
                        .withBatchSize(batchSize));
        assertThat(synthesis.adjustment().rho()).isEqualTo(0.015);
        assertThat(synthesis.alignment().batchNormWeight()).isEqualTo(0.01);
        assertThat(synthesis.alignment().firstLayerMultiplier()).isEqualTo(10);
        assertThat(synthesis).isEqualTo(preset(preset));
        assertThat(experiment.name()).isEqualTo(name);
        assertThat(Path.of(experiment.dataset().source())).isRelative();
        assertThat(Path.of(experiment.teacher().weights())).isRelative();
    }

    @Test
    void theTeachersAreSqueezedAsPublished() throws ConfigException {
        assertThat(ExperimentReader.read(FOLDER.resolve("cifar-10.yaml")).squeeze())
                .isEqualTo(SqueezeConfig.paper());
        assertThat(ExperimentReader.read(FOLDER.resolve("cifar-100.yaml")).squeeze())
                .isEqualTo(SqueezeConfig.paper());
        assertThat(ExperimentReader.read(FOLDER.resolve("tiny-imagenet.yaml")).squeeze())
                .isEqualTo(SqueezePresets.tinyImageNet());
        assertThat(ExperimentReader.read(FOLDER.resolve("imagenet-1k.yaml")).squeeze())
                .isEqualTo(SqueezeConfig.imageNet());
    }

    @Test
    void studentsAreTrainedAsPublished() throws ConfigException {
        assertThat(ExperimentReader.read(FOLDER.resolve("cifar-100.yaml")).evaluation())
                .isEqualTo(EvaluationConfig.paper());
        assertThat(ExperimentReader.read(FOLDER.resolve("tiny-imagenet.yaml")).evaluation())
                .isEqualTo(EvaluationConfig.tinyImageNet());
        assertThat(ExperimentReader.read(FOLDER.resolve("imagenet-1k.yaml")).evaluation())
                .isEqualTo(EvaluationConfig.imageNet());
        assertThat(ExperimentReader.read(FOLDER.resolve("students-modern.yaml")).evaluation())
                .isEqualTo(EvaluationConfig.modern()
                        .withNetwork(new TrainedNetwork("convnet3", 16, NetworkConfig.Stem.SMALL))
                        .withEpochs(200)
                        .withAugmentation(augmentation -> augmentation.withCropPadding(2)));
    }

    @Test
    void imageNetIsSeenAsItsPublishedTeacherWasTrained() throws ConfigException {
        DatasetConfig dataset =
                ExperimentReader.read(FOLDER.resolve("imagenet-1k.yaml")).dataset();

        assertThat(dataset.imageSize()).isEqualTo(224);
        assertThat(dataset.color()).isEqualTo(DatasetConfig.Color.COLOR);
        assertThat(dataset.normalization())
                .contains(new ChannelNormalization(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)));
    }

    @Test
    void sre2lOnCifarDiffersFromTheMethodInItsFourSettingsAlone() throws ConfigException {
        Experiment method = ExperimentReader.read(FOLDER.resolve("cifar-100.yaml"));
        Experiment control = ExperimentReader.read(FOLDER.resolve("sre2l-cifar-100.yaml"));

        assertThat(control.synthesis()).isEqualTo(SynthesisConfig.sre2l());
        assertThat(control).isEqualTo(method.withName("sre2l-cifar-100").withSynthesis(SynthesisConfig.sre2l()));
    }

    @Test
    void ownImagesTakeASmallTeacherAndTheDemonstrationsSynthesis() throws ConfigException {
        Experiment experiment = ExperimentReader.read(FOLDER.resolve("own-images.yaml"));

        assertThat(experiment.dataset()).isEqualTo(new DatasetConfig("photographs").withImageSize(64));
        assertThat(experiment.squeeze().network().width()).isEqualTo(16);
        assertThat(experiment.synthesis())
                .isEqualTo(SynthesisPresets.demonstration().synthesis());
    }

    @ParameterizedTest
    @MethodSource("ofPresets")
    void aSampleIsTheDemonstrationWithThePresetOfItsName(String name) throws ConfigException {
        assertThat(ExperimentReader.read(FOLDER.resolve(name + ".yaml")))
                .isEqualTo(SynthesisPresets.demonstration().withName(name).withSynthesis(preset(name)));
    }

    @Test
    void theTeacherIsTrainedAsTheBundledOneWas() throws ConfigException {
        Experiment experiment = ExperimentReader.read(FOLDER.resolve("teacher-fashion-mnist.yaml"));

        assertThat(experiment.seed()).isEqualTo(1);
        assertThat(experiment.dataset().source()).isEqualTo(DatasetConfig.BUNDLED);
        assertThat(experiment.squeeze())
                .isEqualTo(SqueezeConfig.paper()
                        .withNetwork(network -> network.withWidth(16))
                        .withEpochs(30)
                        .withAugmentation(augmentation -> augmentation.withCropPadding(2)));
    }

    @Test
    void stressSamplesDegradeTheTrainingImagesOfTheDemonstration() throws ConfigException {
        Experiment imbalance = ExperimentReader.read(FOLDER.resolve("stress-imbalance.yaml"));
        Experiment labelNoise = ExperimentReader.read(FOLDER.resolve("stress-label-noise.yaml"));

        Experiment demonstration = SynthesisPresets.demonstration();
        DatasetConfig clean = demonstration.dataset();
        assertThat(imbalance.dataset()).isEqualTo(clean.withStress(Stress.none().withImbalance(100)));
        assertThat(labelNoise.dataset())
                .isEqualTo(clean.withStress(Stress.none().withLabelNoise(0.4)));
        assertThat(imbalance.synthesis()).isEqualTo(demonstration.synthesis());
        assertThat(labelNoise.withName("").withDataset(clean))
                .isEqualTo(imbalance.withName("").withDataset(clean));
    }

    @Test
    void theSamplesOfSweepsAreGridsWithThreeSeeds() throws ConfigException {
        SweepConfig radius =
                SweepReader.read(FOLDER.resolve("sweep-radius.yaml"), Map.of()).sweep();
        SweepConfig adjustment = SweepReader.read(FOLDER.resolve("sweep-adjustment.yaml"), Map.of())
                .sweep();

        assertThat(radius.combinations()).isEqualTo(4);
        assertThat(radius.parameters().get(0).levels()).containsExactly("0.005", "0.0136", "0.0368", "0.1");
        assertThat(adjustment.combinations()).isEqualTo(36);
        SweepConfig factor =
                SweepReader.read(FOLDER.resolve("sweep-factor.yaml"), Map.of()).sweep();
        assertThat(factor.parameters().get(0).levels()).containsExactly("1", "1.5", "2", "4", "8");
        assertThat(List.of(radius.seeds(), adjustment.seeds(), factor.seeds())).containsExactly(3, 3, 3);
    }

    @Test
    void everySampleIsTested() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(OF_PRESETS.size() + PUBLISHED.size() + TEACHERS.size() + 8)
                    .contains("own-images.yaml", "sre2l-cifar-100.yaml", "students-modern.yaml")
                    .contains("stress-imbalance.yaml", "stress-label-noise.yaml")
                    .contains("sweep-radius.yaml", "sweep-adjustment.yaml", "sweep-factor.yaml")
                    .containsAll(TEACHERS)
                    .containsAll(PUBLISHED.stream().map(name -> name + ".yaml").toList())
                    .containsAll(OF_PRESETS.stream().map(name -> name + ".yaml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("org.dwastudio.config.synthesis.SynthesisSettings#parameters")
    void theDemonstrationHasTheDefaultOfEveryParameter(Parameter<SynthesisConfig> parameter) {
        assertThat(parameter.in(SynthesisPresets.demonstration().synthesis()))
                .isEqualTo(parameter.range().defaultValue());
    }

    @ParameterizedTest
    @MethodSource("org.dwastudio.config.synthesis.SynthesisSettings#parameters")
    void thePapersValuesAreThoseOfTheRanges(Parameter<SynthesisConfig> parameter) {
        assertThat(parameter.in(SynthesisConfig.paper()))
                .isEqualTo(parameter.range().paperValue());
    }

    private static SynthesisConfig preset(String name) {
        return SynthesisPresets.all().stream()
                .filter(preset -> preset.key().equals(name))
                .findFirst()
                .orElseThrow()
                .synthesis();
    }

    private static List<String> ofPresets() {
        return OF_PRESETS;
    }
}
