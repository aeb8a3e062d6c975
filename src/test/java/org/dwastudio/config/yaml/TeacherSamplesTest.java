package org.dwastudio.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeacherSamplesTest {

    @ParameterizedTest
    @CsvSource({
        "teacher-cifar-10, paper-cifar, datasets/cifar-10-batches-bin",
        "teacher-cifar-100, paper-cifar, datasets/cifar-100-binary",
        "teacher-tiny-imagenet, tiny-imagenet, datasets/tiny-imagenet-200",
        "teacher-imagenet, imagenet, datasets/imagenet"
    })
    void aSampleTrainsWithThePresetOfItsDataset(String name, String preset, String source) throws ConfigException {
        Experiment experiment = ExperimentReader.read(Path.of("sample-configs", name + ".yaml"));

        assertThat(experiment.name()).isEqualTo(name);
        assertThat(experiment.dataset().source()).isEqualTo(source);
        assertThat(experiment.squeeze()).isEqualTo(preset(preset));
    }

    @Test
    void thePresetForTinyImageNetFollowsItsAuthors() {
        assertThat(preset("tiny-imagenet"))
                .isEqualTo(SqueezeConfig.paper()
                        .withEpochs(200)
                        .withBatchSize(256)
                        .withOptimizer(optimizer -> optimizer
                                .withLearningRate(0.2)
                                .withWeightDecay(1e-4)
                                .withWarmUpEpochs(5))
                        .withAugmentation(augmentation -> augmentation.withCrop(ImageAugmentation.Crop.RESIZED)));
    }

    @Test
    void noPresetContradictsItself() {
        assertThat(SqueezePresets.all()).hasSize(4).allSatisfy(preset -> assertThat(
                        preset.squeeze().contradictions())
                .isEmpty());
    }

    private static SqueezeConfig preset(String key) {
        return SqueezePresets.all().stream()
                .filter(preset -> preset.key().equals(key))
                .findFirst()
                .orElseThrow()
                .squeeze();
    }
}
