package org.dwastudio.stage.synthesis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.TensorScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PixelAdamTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final Normalization TWO_CHANNELS = new Normalization(List.of(0.5, 0.2), List.of(0.25, 0.1));

    private static final SynthesisOptimizer RECIPE =
            SynthesisConfig.paper().optimizer().withBeta1(0.5).withBeta2(0.9).withEpsilon(1e-8);

    @Test
    void twoStepsAreThoseOfThePaper() {
        NDArray images = tensors.manager().create(new double[] {0.1, -0.2}, new Shape(1, 2, 1, 1));
        PixelAdam adam = new PixelAdam(images, bounds(), RECIPE);

        adam.step(images, tensors.manager().create(new double[] {3, -0.5}, images.getShape()), 0.1);
        // The first corrected step is the sign of the gradient: g / (|g| + ε).
        assertThat(images.toDoubleArray()).containsExactly(new double[] {0, -0.1}, within(1e-8));

        adam.step(images, tensors.manager().create(new double[] {-1, -0.5}, images.getShape()), 0.2);
        double first = (0.5 * (0.5 * 3) + 0.5 * -1) / (1 - 0.25);
        double second = (0.9 * (0.1 * 9) + 0.1) / (1 - 0.81);
        assertThat(images.toDoubleArray())
                .containsExactly(new double[] {-0.2 * first / (Math.sqrt(second) + 1e-8), 0.1}, within(1e-8));
    }

    @Test
    void everyChannelIsClampedToItsOwnBlackAndWhite() {
        NDArray images = tensors.manager().create(new double[] {-9, 9, -9, 9}, new Shape(2, 2, 1, 1));

        bounds().clamp(images);

        assertThat(images.toDoubleArray()).containsExactly(-2, 8, -2, 8);
    }

    private PixelBounds bounds() {
        return new PixelBounds(TWO_CHANNELS, tensors.manager(), DataType.FLOAT64);
    }
}
