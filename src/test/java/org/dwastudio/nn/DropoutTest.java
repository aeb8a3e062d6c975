package org.dwastudio.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.layer.DropoutPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dropout and stochastic depth: what is drawn, and what is left. */
class DropoutTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @ParameterizedTest
    @CsvSource({"vgg11_bn, IMAGENET, 32", "vgg11_bn, SMALL, 16", "mobilenet_v2, SMALL, 16", "efficientnet_b0, SMALL, 16"
    })
    void theSameGeneratorDropsTheSameAndAnotherOneSomethingElse(String architecture, Stem stem, int size) {
        NetworkConfig config = new NetworkConfig(architecture, 2, stem, 3, 5, size);
        Network network = new NetworkCatalog().build(config, tensors.manager(), DataType.FLOAT64, 1);
        NDArray images =
                tensors.manager().randomNormal(new Shape(4, 3, size, size)).toType(DataType.FLOAT64, false);

        double[] once = network.trainingLogits(images, new SplittableRandom(1)).toDoubleArray();
        double[] again = network.trainingLogits(images, new SplittableRandom(1)).toDoubleArray();
        double[] other = network.trainingLogits(images, new SplittableRandom(2)).toDoubleArray();
        double[] whole = network.trainingLogits(images).toDoubleArray();

        assertThat(again).containsExactly(once);
        boolean drops = !(architecture.equals("vgg11_bn") && stem == Stem.SMALL);
        assertThat(Arrays.equals(once, other)).isNotEqualTo(drops);
        assertThat(Arrays.equals(once, whole)).isNotEqualTo(drops);
    }

    @Test
    void droppedElementsAreZeroAndTheRestMakesUpForThem() {
        NDArray ones = tensors.manager().ones(new Shape(100, 50));

        double[] left = doubles(DropoutPolicy.drawnFrom(new SplittableRandom(3)).elements(ones, 0.2));

        assertThat(left).containsOnly(0, 1.25);
        assertThat(Arrays.stream(left).average().orElseThrow()).isCloseTo(1, within(0.03));
    }

    @Test
    void stochasticDepthDropsWholeImages() {
        NDArray ones = tensors.manager().ones(new Shape(200, 3, 2, 2));

        double[] left = doubles(DropoutPolicy.drawnFrom(new SplittableRandom(3)).images(ones, 0.5));

        int dropped = 0;
        for (int image = 0; image < 200; image++) {
            double first = left[image * 12];
            assertThat(Arrays.copyOfRange(left, image * 12, image * 12 + 12)).containsOnly(first);
            assertThat(first).isIn(0.0, 2.0);
            dropped += first == 0 ? 1 : 0;
        }
        assertThat(dropped).isBetween(75, 125);
    }

    private static double[] doubles(NDArray tensor) {
        return tensor.toType(DataType.FLOAT64, true).toDoubleArray();
    }
}
