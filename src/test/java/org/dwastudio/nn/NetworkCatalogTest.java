package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCatalogTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final NetworkCatalog catalog = new NetworkCatalog();

    @ParameterizedTest
    @CsvSource({
        "convnet, SMALL, 8, 3, 32, 128",
        "convnet, SMALL, 5, 1, 28, 45",
        "resnet18, SMALL, 4, 1, 28, 32",
        "resnet18, IMAGENET, 4, 3, 64, 32",
        "resnet-bottleneck-1111, SMALL, 4, 3, 32, 128",
        "convnet4-instance, SMALL, 5, 1, 28, 5",
        "resnet50, IMAGENET, 2, 1, 8, 64",
        "vgg16_bn, SMALL, 2, 1, 8, 16",
        "vgg11_bn, IMAGENET, 1, 3, 32, 64",
        "mobilenet_v2, SMALL, 4, 1, 8, 1280",
        "shufflenet_v2_x0_5, IMAGENET, 6, 3, 8, 256",
        "shufflenet_v2_x1_0, SMALL, 12, 1, 8, 512",
        "efficientnet_b0, IMAGENET, 4, 3, 8, 160",
        "resnet20, SMALL, 4, 1, 9, 16",
        "resnet110-b, SMALL, 3, 3, 8, 12",
        "wideresnet16, SMALL, 24, 3, 32, 96",
        "wideresnet28, SMALL, 5, 1, 9, 20"
    })
    void everyArchitectureTakesImagesToLogits(String name, Stem stem, int width, int channels, int size, int features) {
        NetworkConfig config = new NetworkConfig(name, width, stem, channels, 7, size);
        Network network = catalog.build(config, tensors.manager(), DataType.FLOAT32, 1);
        NDArray images = tensors.manager().ones(new Shape(2, channels, size, size));

        assertThat(network.logits(images).getShape()).isEqualTo(new Shape(2, 7));
        assertThat(network.features(images).getShape()).isEqualTo(new Shape(2, features));
        assertThat(network.config()).isEqualTo(config);
        assertThat(catalog.names()).contains(name);
    }

    @Test
    void anUnknownArchitectureIsRejectedWithTheKnownOnes() {
        NetworkConfig config = new NetworkConfig("resnet19", 8, Stem.SMALL, 3, 10, 32);
        assertThatThrownBy(() -> catalog.build(config, tensors.manager(), DataType.FLOAT32, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown architecture 'resnet19'; known are " + String.join(", ", catalog.names()));
    }

    @ParameterizedTest
    @CsvSource({
        "convnet, 0, 3, 10, 32, 'width must be at least 1, not 0'",
        "resnet18, 8, 2, 10, 32, 'channels must be 1 or 3, not 2'",
        "resnet18, 8, 3, 0, 32, 'classes must be at least 1, not 0'",
        "convnet, 8, 3, 10, 7, 'image size must be at least 8, not 7'",
        "convnet4-plain, 8, 3, 10, 15, 'image size must be at least 16, not 15'"
    })
    void anImpossibleConfigurationIsRejected(
            String name, int width, int channels, int classes, int size, String message) {
        NetworkConfig config = new NetworkConfig(name, width, Stem.SMALL, channels, classes, size);
        assertThatThrownBy(() -> catalog.build(config, tensors.manager(), DataType.FLOAT32, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "vgg16_bn, IMAGENET, 31, 'vgg16_bn with stem IMAGENET: image size must be at least 32, not 31'",
        "vgg16_bn, SMALL, 7, 'vgg16_bn with stem SMALL: image size must be at least 8, not 7'",
        "mobilenet_v2, IMAGENET, 7, 'mobilenet_v2 with stem IMAGENET: image size must be at least 8, not 7'",
        "convnet3, IMAGENET, 32, 'convnet3: stem must be SMALL, not IMAGENET'",
        "resnet20, IMAGENET, 32, 'resnet20: stem must be SMALL, not IMAGENET'"
    })
    void aStemThatDoesNotSuitIsRejected(String name, Stem stem, int size, String message) {
        NetworkConfig config = new NetworkConfig(name, 8, stem, 3, 10, size);
        assertThatThrownBy(() -> catalog.build(config, tensors.manager(), DataType.FLOAT32, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> catalog.shapes(config, tensors.manager())).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "vgg11_bn, IMAGENET, 2",
        "shufflenet_v2_x1_0, SMALL, 6",
        "efficientnet_b0, SMALL, 4",
        "resnet20, SMALL, 5",
        "wideresnet16, SMALL, 16"
    })
    void shapesAreThoseOfTheNetworkThatIsBuilt(String name, Stem stem, int width) {
        NetworkConfig config = new NetworkConfig(name, width, stem, 1, 7, 32);
        Map<String, Shape> built = new LinkedHashMap<>();
        catalog.build(config, tensors.manager(), DataType.FLOAT32, 1)
                .state()
                .forEach((tensor, values) -> built.put(tensor, values.getShape()));

        assertThat(catalog.shapes(config, tensors.manager())).containsExactlyEntriesOf(built);
    }

    @ParameterizedTest
    @CsvSource({
        // Kaiming normal, fan-out; uniform within ±1/√(fan-in) has a third of that variance.
        "vgg11_bn, 32, features.4.weight, 0.0589",
        "vgg11_bn, 32, features.4.bias, 0",
        "vgg11_bn, 32, classifier.weight, 0.01",
        "mobilenet_v2, 32, features.18.0.weight, 0.0395",
        "mobilenet_v2, 32, features.3.conv.1.0.weight, 0.0393",
        "mobilenet_v2, 32, classifier.1.weight, 0.01",
        "mobilenet_v2, 32, classifier.1.bias, 0",
        "shufflenet_v2_x0_5, 24, conv5.0.weight, 0.0417",
        "shufflenet_v2_x0_5, 24, stage4.1.branch2.3.weight, 0.1925",
        "efficientnet_b0, 32, features.6.1.block.2.fc1.weight, 0.2041",
        "efficientnet_b0, 32, classifier.1.weight, 0.1826",
        "efficientnet_b0, 32, classifier.1.bias, 0",
        "convnet3-plain, 32, conv2.weight, 0.0340",
        "resnet20, 16, layer3.1.conv2.weight, 0.0589",
        "wideresnet16, 64, block3.layer.0.conv2.weight, 0.0295",
        "wideresnet16, 64, fc.bias, 0"
    })
    void freshWeightsAreSpreadAsTorchvisionSpreadsThem(String name, int width, String tensor, double deviation) {
        NetworkConfig config = new NetworkConfig(name, width, Stem.SMALL, 3, 10, 32);
        double[] values = catalog.build(config, tensors.manager(), DataType.FLOAT64, 5)
                .state()
                .get(tensor)
                .toDoubleArray();

        double measured =
                Math.sqrt(Arrays.stream(values).map(w -> w * w).average().orElseThrow());
        assertThat(measured).isCloseTo(deviation, within(0.06 * deviation));
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
        NetworkConfig config = new NetworkConfig("resnet18", 4, Stem.SMALL, 3, 10, 32);
        Map<String, double[]> weights = new HashMap<>();
        catalog.build(config, tensors.manager(), DataType.FLOAT64, 5)
                .state()
                .forEach((name, tensor) -> weights.put(name, tensor.toDoubleArray()));

        catalog.build(config, tensors.manager(), DataType.FLOAT64, 5)
                .state()
                .forEach((name, tensor) ->
                        assertThat(tensor.toDoubleArray()).as(name).containsExactly(weights.get(name)));
        assertThat(catalog.build(config, tensors.manager(), DataType.FLOAT64, 6)
                        .state()
                        .get("conv1.weight")
                        .toDoubleArray())
                .isNotEqualTo(weights.get("conv1.weight"));
    }

    @Test
    void freshResidualNetworksStartAsTorchvisionsDo() {
        NetworkConfig config = new NetworkConfig("resnet18", 16, Stem.SMALL, 3, 10, 32);
        Map<String, NDArray> state =
                catalog.build(config, tensors.manager(), DataType.FLOAT64, 5).state();

        double[] convolution = state.get("layer3.0.conv2.weight").toDoubleArray();
        double deviation =
                Math.sqrt(Arrays.stream(convolution).map(w -> w * w).average().orElseThrow());
        assertThat(deviation).isCloseTo(Math.sqrt(2.0 / (64 * 9)), within(1e-3));
        assertThat(state.get("bn1.weight").toDoubleArray()).containsOnly(1);
        assertThat(state.get("bn1.bias").toDoubleArray()).containsOnly(0);
        assertThat(state.get("bn1.running_mean").toDoubleArray()).containsOnly(0);
        assertThat(state.get("bn1.running_var").toDoubleArray()).containsOnly(1);
        double largest = Arrays.stream(state.get("fc.weight").toDoubleArray())
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertThat(largest).isBetween(0.95 / Math.sqrt(128), 1 / Math.sqrt(128));
    }
}
