package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.format.DatasetFiles;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From images in the layouts of their publishers to a teacher and to distilled images. */
@Timeout(120)
class DatasetLayoutsTest {
    private static final int IMAGES_PER_CLASS = 2;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final EngineScope scope = new EngineScope();

    static Stream<Arguments> layouts() {
        return Stream.of(
                layout("CIFAR-10", files -> files.cifar10(""), 32, List.of("airplane", "automobile")),
                layout("CIFAR-100", files -> files.cifar100(""), 32, List.of("apple", "aquarium_fish", "baby")),
                layout(
                        "Tiny-ImageNet-200",
                        DatasetFiles::tinyImageNet,
                        64,
                        List.of("crane, bird", "goldfish", "crane, machine")),
                layout("ImageNet", DatasetFiles::splitFolders, 32, List.of("cat", "dog")));
    }

    private static Arguments layout(String name, Consumer<DatasetFiles> files, int size, List<String> classNames) {
        return Arguments.of(name, files, size, classNames);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void imagesBecomeATeacherAndDistilledImages(
            String name, Consumer<DatasetFiles> files, int size, List<String> classNames) throws Exception {
        Path dataset = folder.resolve(name);
        files.accept(new DatasetFiles(dataset));
        Experiment experiment = SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig(dataset.toString()))
                .withSqueeze(SqueezeConfig.paper()
                        .withNetwork(
                                network -> network.withArchitecture("resnet18").withWidth(8))
                        .withEpochs(1)
                        .withBatchSize(2))
                .withSynthesis(SynthesisConfig.paper()
                        .withImagesPerClass(IMAGES_PER_CLASS)
                        .withIterations(2)
                        .withAdjustment(adjustment -> adjustment.withAscentSteps(1))
                        .withBatchSize(2));

        assertThat(scope.engine().datasets().summary(experiment.dataset()).get().classNames())
                .isEqualTo(classNames);
        SqueezeOutcome squeezed = scope.run(SqueezeRequest.fresh(experiment, folder.resolve("teacher")));
        assertThat(squeezed.epochs()).isEqualTo(1);

        TeacherConfig teacher = new TeacherConfig(squeezed.teacher().toString(), Optional.empty());
        SynthesisOutcome distilled =
                scope.run(SynthesisRequest.fresh(experiment.withTeacher(teacher), folder.resolve("run")));
        List<Path> images = images(distilled.folder().resolve("images"));
        assertThat(images).hasSize(classNames.size() * IMAGES_PER_CLASS);
        assertThat(ImageIO.read(images.get(0).toFile()).getWidth()).isEqualTo(size);
    }

    private static List<Path> images(Path images) throws IOException {
        try (Stream<Path> files = Files.walk(images)) {
            return files.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }
}
