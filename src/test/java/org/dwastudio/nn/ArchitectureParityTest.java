package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.teacher.BareWeights;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherOrigin;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.torch.PickledFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Comparison of every architecture with torchvision's or that of the repositories for CIFAR; architecture_cases.py and
 * cifar_cases.py next to the data created it.
 */
class ArchitectureParityTest {
    private static final int CLASSES = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "convnet3, 128, SMALL, 3, 32",
        "convnet, 16, SMALL, 1, 28",
        "convnet4, 128, SMALL, 3, 32",
        "convnet3-instance, 128, SMALL, 3, 32",
        "convnet4-instance, 128, SMALL, 3, 32",
        "convnet3-plain, 128, SMALL, 3, 32",
        "convnet4-plain, 128, SMALL, 3, 32",
        "resnet18, 64, SMALL, 3, 32",
        "resnet18, 64, IMAGENET, 3, 64",
        "resnet34, 64, SMALL, 3, 32",
        "resnet50, 64, IMAGENET, 3, 64",
        "resnet101, 64, SMALL, 3, 32",
        "vgg11_bn, 64, SMALL, 1, 28",
        "vgg16_bn, 64, SMALL, 3, 32",
        "vgg11_bn, 8, IMAGENET, 3, 96",
        "vgg16_bn, 8, IMAGENET, 3, 64",
        "mobilenet_v2, 32, SMALL, 3, 32",
        "mobilenet_v2, 44, SMALL, 1, 28",
        "mobilenet_v2, 32, IMAGENET, 3, 64",
        "shufflenet_v2_x0_5, 24, SMALL, 3, 32",
        "shufflenet_v2_x0_5, 24, IMAGENET, 3, 64",
        "shufflenet_v2_x1_0, 24, SMALL, 3, 32",
        "shufflenet_v2_x1_0, 10, SMALL, 1, 28",
        "shufflenet_v2_x1_0, 24, IMAGENET, 3, 64",
        "efficientnet_b0, 32, SMALL, 3, 32",
        "efficientnet_b0, 12, SMALL, 1, 28",
        "efficientnet_b0, 32, IMAGENET, 3, 64",
        "resnet20, 16, SMALL, 3, 32",
        "resnet20, 6, SMALL, 1, 28",
        "resnet32, 16, SMALL, 3, 32",
        "resnet44, 16, SMALL, 3, 32",
        "resnet56, 16, SMALL, 3, 32",
        "resnet110, 16, SMALL, 3, 32",
        "resnet20-b, 16, SMALL, 3, 32",
        "resnet20-b, 6, SMALL, 1, 28",
        "resnet32-b, 16, SMALL, 3, 32",
        "resnet44-b, 16, SMALL, 3, 32",
        "resnet56-b, 16, SMALL, 3, 32",
        "resnet110-b, 16, SMALL, 3, 32",
        "wideresnet16, 16, SMALL, 3, 32",
        "wideresnet16, 64, SMALL, 3, 32",
        "wideresnet16, 8, SMALL, 1, 28",
        "wideresnet28, 32, SMALL, 3, 32"
    })
    void logitsAndFeaturesAreTorchvisions(String name, int width, Stem stem, int channels, int size)
            throws WeightsException {
        compare(new NetworkConfig(name, width, stem, channels, CLASSES, size));
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({
        "resnet34, 64, IMAGENET, 3, 64",
        "resnet50, 64, SMALL, 3, 32",
        "resnet101, 64, IMAGENET, 3, 64",
        "vgg11_bn, 64, IMAGENET, 3, 64",
        "vgg16_bn, 64, IMAGENET, 3, 64",
        "wideresnet28, 160, SMALL, 3, 32"
    })
    void logitsAndFeaturesOfTheLargestAreTorchvisions(String name, int width, Stem stem, int channels, int size)
            throws WeightsException {
        compare(new NetworkConfig(name, width, stem, channels, CLASSES, size));
    }

    private static void compare(NetworkConfig config) throws WeightsException {
        TensorFile expected = ArchitectureCases.expected(config);
        try (NDManager manager = TorchEngine.load().newManager();
                Network network = ArchitectureCases.network(config, expected, manager, DataType.FLOAT32);
                NDArray images = ArchitectureCases.images(config, manager)) {
            assertThat(ArchitectureCases.doubles(network.logits(images)))
                    .containsExactly(ArchitectureCases.doubles(expected.tensor("logits"), manager), within(1e-4));
            NDArray features = network.features(images);
            assertThat(ArchitectureCases.doubles(features.get(":, 0:16")))
                    .containsExactly(ArchitectureCases.doubles(expected.tensor("features"), manager), within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "convnet3, 128, SMALL, 3, 32",
        "convnet4, 128, SMALL, 3, 32",
        "convnet3-instance, 128, SMALL, 3, 32",
        "convnet4-instance, 128, SMALL, 3, 32",
        "convnet3-plain, 128, SMALL, 3, 32",
        "convnet4-plain, 128, SMALL, 3, 32",
        "resnet18, 64, IMAGENET, 3, 64",
        "vgg11_bn, 8, IMAGENET, 3, 96",
        "vgg16_bn, 8, IMAGENET, 3, 64",
        "mobilenet_v2, 32, IMAGENET, 3, 64",
        "shufflenet_v2_x0_5, 24, IMAGENET, 3, 64",
        "shufflenet_v2_x1_0, 24, SMALL, 3, 32",
        "efficientnet_b0, 32, IMAGENET, 3, 64",
        "resnet20, 16, SMALL, 3, 32",
        "resnet20-b, 16, SMALL, 3, 32",
        "wideresnet16, 64, SMALL, 3, 32"
    })
    void logitsAreTorchvisionsFromFilesOfAllFormats(String name, int width, Stem stem, int channels, int size)
            throws IOException {
        compareFromFiles(new NetworkConfig(name, width, stem, channels, CLASSES, size));
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"resnet34, 64, SMALL, 3, 32", "resnet50, 64, IMAGENET, 3, 64", "resnet101, 64, SMALL, 3, 32"})
    void logitsOfTheLargestAreTorchvisionsFromFilesOfAllFormats(
            String name, int width, Stem stem, int channels, int size) throws IOException {
        compareFromFiles(new NetworkConfig(name, width, stem, channels, CLASSES, size));
    }

    private void compareFromFiles(NetworkConfig config) throws IOException {
        TensorFile expected = ArchitectureCases.expected(config);
        TeacherOrigin origin = new TeacherOrigin(
                "photographs",
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList(),
                config.imageSize(),
                new ChannelNormalization(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25)));
        try (NDManager manager = TorchEngine.load().newManager();
                NDArray images = ArchitectureCases.images(config, manager)) {
            TensorFile weights;
            try (Network filled = ArchitectureCases.network(config, expected, manager, DataType.FLOAT32)) {
                weights = TensorFile.of(folder.resolve("weights.safetensors"), filled.state(), Map.of());
            }
            Path pickled = folder.resolve("weights.pth");
            Path numpy = folder.resolve("weights.npz");
            weights.write();
            new TensorFile(numpy, weights.tensors(), Map.of()).write();
            PickledFile.write(pickled, weights.tensors());

            for (Path path : List.of(pickled, weights.path(), numpy)) {
                try (Teacher teacher = BareWeights.read(path)
                        .teacher(Optional.of(config), origin, new NetworkCatalog(), manager, DataType.FLOAT32)) {
                    assertThat(ArchitectureCases.doubles(teacher.network().logits(images)))
                            .as("%s", path.getFileName())
                            .containsExactly(
                                    ArchitectureCases.doubles(expected.tensor("logits"), manager), within(1e-4));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mobilenet_v2, 44, features.18.1.running_var",
        "efficientnet_b0, 12, features.8.1.running_var",
        "shufflenet_v2_x1_0, 10, conv5.1.running_var",
        "resnet20, 6, layer3.2.bn2.running_var",
        "resnet20-b, 6, layer3.2.bn2.running_var",
        "wideresnet16, 8, bn1.running_var"
    })
    void trainingUsesTheBatchAndMovesTheRunningStatistics(String name, int width, String last) throws WeightsException {
        NetworkConfig config = new NetworkConfig(name, width, Stem.SMALL, 1, CLASSES, 28);
        TensorFile expected = ArchitectureCases.expected(config);
        try (NDManager manager = TorchEngine.load().newManager();
                Network network = ArchitectureCases.network(config, expected, manager, DataType.FLOAT64);
                NDArray images = ArchitectureCases.images(config, manager).toType(DataType.FLOAT64, true)) {
            NDArray logits = network.trainingLogits(images);
            // DJL takes ε and momentum as floats, so training agrees less closely.
            assertThat(logits.toDoubleArray())
                    .containsExactly(
                            ArchitectureCases.doubles(expected.tensor("training_logits"), manager), within(1e-5));
            assertThat(network.state().get(last).toDoubleArray())
                    .containsExactly(ArchitectureCases.doubles(expected.tensor("running_var"), manager), within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "resnet18, 64, 11689512",
        "resnet34, 64, 21797672",
        "resnet50, 64, 25557032",
        "resnet101, 64, 44549160",
        "vgg11_bn, 64, 132868840",
        "vgg16_bn, 64, 138365992",
        "mobilenet_v2, 32, 3504872",
        "shufflenet_v2_x0_5, 24, 1366792",
        "shufflenet_v2_x1_0, 24, 2278604",
        "efficientnet_b0, 32, 5288548"
    })
    void tensorsHaveTorchvisionsNamesAndShapes(String name, int width, long parameters) throws IOException {
        compareShapes(new NetworkConfig(name, width, Stem.IMAGENET, 3, 1000, 224), parameters);
    }

    @ParameterizedTest
    @CsvSource({"resnet20, 16, 269722", "resnet20-b, 16, 272474", "resnet56, 16, 853018", "wideresnet16, 64, 2748890"})
    void tensorsHaveTheNamesAndShapesOfTheRepositoriesForCifar(String name, int width, long parameters)
            throws IOException {
        compareShapes(new NetworkConfig(name, width, Stem.SMALL, 3, CLASSES, 32), parameters);
    }

    private static void compareShapes(NetworkConfig config, long parameters) throws IOException {
        Map<String, Shape> shapes;
        try (NDManager manager = TorchEngine.load().newManager()) {
            shapes = new NetworkCatalog().shapes(config, manager);
        }

        List<String> lines = shapes.entrySet().stream()
                .map(tensor -> tensor.getKey() + " "
                        + String.join(
                                " ",
                                Arrays.stream(tensor.getValue().getShape())
                                        .mapToObj(Long::toString)
                                        .toList()))
                .toList();
        assertThat(lines)
                .isEqualTo(Files.readAllLines(ArchitectureCases.resource("shapes/" + config.architecture() + ".txt")));
        assertThat(shapes.entrySet().stream()
                        .filter(tensor -> !tensor.getKey().contains("running_"))
                        .mapToLong(tensor -> tensor.getValue().size())
                        .sum())
                .isEqualTo(parameters);
    }

    @Test
    void offeredArchitecturesHaveTheirPublishedWidth() {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (ArchitectureFacts facts : new NetworkCatalog().offered()) {
            widths.put(facts.key(), facts.fullWidth());
            boolean unnormed = facts.key().endsWith("-plain") || facts.key().endsWith("-instance");
            assertThat(facts.batchNorms()).as(facts.key()).isNotEqualTo(unnormed);
            assertThat(facts.stems())
                    .as(facts.key())
                    .isEqualTo(
                            facts.key().matches("convnet.*|resnet(20|32|44|56|110).*|wideresnet.*")
                                    ? Set.of(Stem.SMALL)
                                    : Set.of(Stem.SMALL, Stem.IMAGENET));
        }
        assertThat(widths)
                .hasSize(28)
                .containsEntry("resnet110-b", 16)
                .containsEntry("wideresnet16", 64)
                .containsEntry("wideresnet28", 160)
                .doesNotContainKeys("convnet", "resnet-bottleneck-1111")
                .containsEntry("convnet4-plain", 128)
                .containsEntry("resnet101", 64)
                .containsEntry("vgg16_bn", 64)
                .containsEntry("mobilenet_v2", 32)
                .containsEntry("shufflenet_v2_x0_5", 24)
                .containsEntry("efficientnet_b0", 32);
    }
}
