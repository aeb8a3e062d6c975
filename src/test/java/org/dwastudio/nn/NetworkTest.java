package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final NetworkConfig RESNET = new NetworkConfig("resnet18", 2, Stem.SMALL, 1, 3, 16);

    /** Runs K steps up the gradient of the cross-entropy, as the published implementation did. */
    @ParameterizedTest
    @ValueSource(strings = {"convnet-w16", "resnet18-w8"})
    void ascentOnTheParametersEndsAtTheAdjustedWeights(String name) throws WeightsException {
        NetworkParityCase parity = NetworkParityCase.named(name);
        Network network = parity.teacher(tensors.manager(), DataType.FLOAT64);
        NDArray images = parity.images(tensors.manager(), DataType.FLOAT64);
        NDArray oneHot = tensors.manager()
                .create(parity.labels(tensors.manager()))
                .oneHot(10)
                .toType(DataType.FLOAT64, false);
        int steps = (int) parity.setting("ascentSteps");

        for (int k = 0; k < steps; k++) {
            network.trackGradients(true);
            Map<String, double[]> gradients = gradients(network, images, oneHot);
            double norm = Math.sqrt(gradients.values().stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(g -> g * g)
                    .sum());
            network.trackGradients(false);
            Map<String, NDArray> moved = new HashMap<>();
            network.parameters().forEach((key, weight) -> {
                NDArray gradient = tensors.manager().create(gradients.get(key), weight.getShape());
                moved.put(key, weight.add(gradient.mul(parity.setting("rho") / steps / (norm + 1e-12))));
            });
            network.assign(moved);
        }

        TensorFile adjusted = parity.file("adjusted");
        for (var weight : network.parameters().entrySet()) {
            double[] expected = adjusted.tensor(weight.getKey())
                    .toNDArray(tensors.manager())
                    .toDoubleArray();
            assertThat(LargestDifference.between(weight.getValue().toDoubleArray(), expected))
                    .isLessThan(1e-11);
        }
    }

    private static Map<String, double[]> gradients(Network network, NDArray images, NDArray oneHot) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray logProbabilities = network.logits(images).logSoftmax(1);
            double count = images.getShape().get(0);
            collector.backward(logProbabilities.mul(oneHot).sum().neg().div(count));
        }
        Map<String, double[]> gradients = new HashMap<>();
        try (NDManager own = images.getManager().newSubManager()) {
            network.gradients(own).forEach((name, gradient) -> gradients.put(name, gradient.toDoubleArray()));
        }
        return gradients;
    }

    private static double[] gradient(NDArray tensor) {
        try (NDArray gradient = tensor.getGradient()) {
            return gradient.toDoubleArray();
        }
    }

    private double[] imageGradient(Network network, NDArray images) {
        try (NDArray pixels = images.duplicate()) {
            pixels.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(
                        network.tapped(pixels).statistics().get(19).variance().sum());
            }
            return gradient(pixels);
        }
    }

    private Network resnet(long seed) {
        return new NetworkCatalog().build(RESNET, tensors.manager(), DataType.FLOAT64, seed);
    }

    private NDArray images() {
        return tensors.manager().randomNormal(new Shape(2, 1, 16, 16)).toType(DataType.FLOAT64, false);
    }

    @Test
    void aFrozenNetworkGivesTheSamePixelGradientsAndNoneOfWeights() {
        Network network = resnet(1);
        NDArray images = images();
        network.trackGradients(true);
        double[] tracked = imageGradient(network, images);
        assertThat(Arrays.stream(gradient(network.parameters().get("conv1.weight"))))
                .anyMatch(value -> value != 0);

        network.trackGradients(false);

        assertThat(network.parameters().values()).noneMatch(NDArray::hasGradient);
        assertThat(LargestDifference.between(imageGradient(network, images), tracked))
                .isLessThan(1e-12);
    }

    @Test
    void clearedGradientsDoNotAddUp() {
        Network network = resnet(1);
        NDArray images = images();
        NDArray weight = network.parameters().get("fc.weight");
        NDArray oneHot = tensors.manager().create(new double[] {1, 0, 0, 0, 1, 0}, new Shape(2, 3));
        network.trackGradients(true);
        double[] once = gradients(network, images, oneHot).get("fc.weight");
        double[] twice = gradients(network, images, oneHot).get("fc.weight");
        network.clearGradients();
        double[] cleared = gradients(network, images, oneHot).get("fc.weight");

        assertThat(weight.hasGradient()).isTrue();
        assertThat(twice[0]).isCloseTo(2 * once[0], within(1e-12));
        assertThat(cleared).containsExactly(once, within(1e-15));
    }

    @Test
    void aCopyKeepsItsWeightsWhenTheOriginalChanges() {
        Network network = resnet(1);
        Network copy = network.copy(tensors.manager());
        double[] before = copy.state().get("conv1.weight").toDoubleArray();

        network.trackGradients(true);
        network.parameters().get("conv1.weight").addi(1.0);
        network.assign(Map.of("bn1.running_mean", tensors.manager().ones(new Shape(2))));

        assertThat(copy.state().get("conv1.weight").toDoubleArray()).containsExactly(before);
        assertThat(copy.state().get("bn1.running_mean").toDoubleArray()).containsExactly(0, 0);
        assertThat(copy.parameters().values()).noneMatch(NDArray::hasGradient);
        assertThat(network.state().get("bn1.running_mean").toDoubleArray()).containsExactly(1, 1);
    }

    @Test
    void closingACopyLeavesTheOriginalAlone() {
        Network network = resnet(1);
        NDArray images = images();
        double[] before = network.logits(images).toDoubleArray();

        network.copy(tensors.manager()).close();

        assertThat(network.logits(images).toDoubleArray()).containsExactly(before);
    }

    @Test
    void assignedValuesOutliveTheirSource() {
        Network network = resnet(1);
        NDArray kept = network.parameters().get("fc.bias");
        try (NDArray values = tensors.manager().create(new float[] {1, 2, 3})) {
            network.assign(Map.of("fc.bias", values));
        }
        assertThat(kept.toDoubleArray()).containsExactly(1, 2, 3);
    }

    @Test
    void assigningAnUnknownNameOrAnotherShapeIsRejectedAndChangesNothing() {
        Network network = resnet(1);
        Map<String, NDArray> wrong = Map.of("fc.bias", tensors.manager().ones(new Shape(4)));
        assertThatThrownBy(() -> network.assign(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'fc.bias' has shape (3) and cannot take values of shape (4)");
        Map<String, NDArray> unknown = Map.of("conv9.weight", tensors.manager().ones(new Shape(4)));
        assertThatThrownBy(() -> network.assign(unknown)).hasMessage("resnet18 has no tensor 'conv9.weight'");
    }

    @Test
    void imagesOfAnotherShapeOrNumberFormatAreRejected() {
        Network network = resnet(1);
        NDArray color = tensors.manager().ones(new Shape(1, 3, 16, 16));
        assertThatThrownBy(() -> network.logits(color)).hasMessage("images must be [N, 1, 16, 16], not (1, 3, 16, 16)");
        NDArray single = tensors.manager().ones(new Shape(1, 1, 16, 16));
        assertThatThrownBy(() -> network.logits(single))
                .hasMessage("images are float32 but the network computes in float64");
    }

    @Test
    void aPassLeavesNothingBehindButItsResult() {
        Network network = resnet(1);
        network.trackGradients(true);
        NDArray images = images();
        int before = liveArrays();

        network.logits(images).close();
        network.features(images).close();
        network.tapped(images).close();
        network.trainingLogits(images).close();
        network.copy(tensors.manager()).close();

        assertThat(liveArrays()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "convnet3-instance, SMALL, 16",
        "convnet3-plain, SMALL, 16",
        "vgg11_bn, SMALL, 16",
        "vgg11_bn, IMAGENET, 40",
        "mobilenet_v2, IMAGENET, 16",
        "shufflenet_v2_x0_5, IMAGENET, 40",
        "efficientnet_b0, IMAGENET, 16"
    })
    void noArchitectureLeavesAnythingBehindButItsResult(String architecture, Stem stem, int size) {
        NetworkConfig config = new NetworkConfig(architecture, 2, stem, 3, 5, size);
        Network network = new NetworkCatalog().build(config, tensors.manager(), DataType.FLOAT32, 1);
        NDArray images = tensors.manager().randomNormal(new Shape(2, 3, size, size));
        network.trackGradients(true);
        int before = liveArrays();
        int inside = network.parameters()
                .get(network.parameters().keySet().iterator().next())
                .getManager()
                .getManagedArrays()
                .size();

        network.logits(images).close();
        network.features(images).close();
        network.tapped(images).close();
        network.trainingLogits(images, new SplittableRandom(1)).close();
        network.copy(tensors.manager()).close();

        assertThat(liveArrays()).isEqualTo(before);
        assertThat(network.parameters().values().iterator().next().getManager().getManagedArrays())
                .hasSize(inside);
    }

    private int liveArrays() {
        return tensors.manager().getManagedArrays().size();
    }

    @Test
    void float32AgreesWithFloat64() {
        Network exact = resnet(1);
        Network single = new NetworkCatalog().build(RESNET, tensors.manager(), DataType.FLOAT32, 1);
        NDArray images = images();

        double[] expected = exact.logits(images).toDoubleArray();
        NDArray logits = single.logits(images.toType(DataType.FLOAT32, true));

        assertThat(logits.getDataType()).isEqualTo(DataType.FLOAT32);
        assertThat(logits.toType(DataType.FLOAT64, true).toDoubleArray()).containsExactly(expected, within(1e-5));
    }
}
