package org.dwastudio.nn.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeatureMatchTest {
    private static final int SIZE = 8;

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @Test
    void theMeanIsThatOfTheNetworksFeatures() {
        NDArray images = images(1, 300, DataType.FLOAT64);
        try (Network network = network(DataType.FLOAT64);
                FeatureMatch match = new FeatureMatch(network, tensors.operators(), tensors.manager())) {

            assertThat(match.mean(images).toDoubleArray())
                    .containsExactly(
                            network.features(images).mean(new int[] {0}).toDoubleArray(), within(1e-12));
        }
    }

    @Test
    void slicesHaveTheDistanceAndTheGradientOfTheWhole() {
        NDArray images = images(2, 5, DataType.FLOAT64);
        try (Network network = network(DataType.FLOAT64);
                FeatureMatch match = new FeatureMatch(network, tensors.operators(), tensors.manager());
                FeatureMatch sliced =
                        new FeatureMatch(network, tensors.operators(), tensors.manager(), 2 * SIZE * SIZE)) {
            NDArray target = match.mean(images(3, 4, DataType.FLOAT64));
            FeatureMatch.Distance whole = match.distance(images, target);

            FeatureMatch.Distance slices = sliced.distance(images, target);

            assertThat(whole.value()).isGreaterThan(0.001);
            assertThat(slices.value()).isCloseTo(whole.value(), within(1e-12));
            assertThat(slices.gradient().toDoubleArray())
                    .containsExactly(whole.gradient().toDoubleArray(), within(1e-12));
        }
    }

    @Test
    void singlePrecisionIsCloseToDouble() {
        double[] gradient = gradient(DataType.FLOAT64);

        assertThat(gradient(DataType.FLOAT32)).containsExactly(gradient, within(1e-5));
    }

    private double[] gradient(DataType type) {
        try (Network network = network(type);
                FeatureMatch match = new FeatureMatch(network, tensors.operators(), tensors.manager())) {
            return match.distance(images(2, 5, type), match.mean(images(3, 4, type)))
                    .gradient()
                    .toType(DataType.FLOAT64, true)
                    .toDoubleArray();
        }
    }

    private Network network(DataType type) {
        NetworkConfig config = new NetworkConfig("convnet3-instance", 4, NetworkConfig.Stem.SMALL, 1, 2, SIZE);
        return new NetworkCatalog().build(config, tensors.manager(), type, 3);
    }

    private NDArray images(long seed, int count, DataType type) {
        double[] pixels =
                new Random(seed).doubles((long) count * SIZE * SIZE, -2, 2).toArray();
        try (NDArray exact = tensors.manager().create(pixels, new Shape(count, 1, SIZE, SIZE))) {
            return exact.toType(type, true).duplicate();
        }
    }
}
