package org.dwastudio.nn.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;
import java.util.Optional;
import java.util.function.Function;
import org.dwastudio.nn.TensorScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with DJL's convolution in float64, which oneDNN does not compute. */
class MatrixConvolutionTest {
    private static final int IMAGES = 3;

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @ParameterizedTest
    @CsvSource({
        "5, 4, 7, 1, 1, 0, false",
        "5, 4, 7, 1, 2, 0, true",
        "8, 16, 64, 1, 2, 0, false",
        "5, 4, 8, 1, 3, 0, false",
        "1, 4, 9, 3, 1, 1, false",
        "1, 4, 9, 3, 2, 1, true",
        "1, 2, 12, 7, 2, 3, false",
        "1, 2, 6, 3, 1, 0, false"
    })
    void valuesAndGradientsAreThoseOfTheConvolution(
            int inputs, int outputs, int size, int side, int stride, int padding, boolean hasBias) {
        NDArray images = normal(IMAGES, inputs, size, size);
        NDArray weight = normal(outputs, inputs, side, side);
        Optional<NDArray> bias = hasBias ? Optional.of(normal(outputs)) : Optional.empty();
        ConvolutionTerms terms = new ConvolutionTerms(weight, bias, stride, padding, 1);
        images.setRequiresGradient(true);
        weight.setRequiresGradient(true);

        assertThat(MatrixConvolution.isMeantFor(images, terms)).isTrue();
        Gradients computed = gradients(images, weight, input -> MatrixConvolution.of(input, terms));
        Gradients expected = gradients(images, weight, input -> convolution(input, terms));
        assertClose(computed.value(), expected.value());
        assertClose(computed.images(), expected.images());
        assertClose(computed.weight(), expected.weight());
    }

    @Test
    void otherConvolutionsAreLeftToTheEngine() {
        NDArray gray = normal(IMAGES, 1, 6, 6);
        NDArray color = normal(IMAGES, 3, 6, 6);
        color.setRequiresGradient(true);

        assertThat(MatrixConvolution.isMeantFor(gray, ConvolutionTerms.of(normal(2, 1, 3, 3), 1, 1)))
                .as("an image without a gradient")
                .isFalse();
        assertThat(MatrixConvolution.isMeantFor(color, ConvolutionTerms.of(normal(2, 3, 3, 3), 1, 1)))
                .isFalse();
        assertThat(MatrixConvolution.isMeantFor(color, ConvolutionTerms.of(normal(2, 3, 1, 1), 1, 1)))
                .as("a padded 1×1 kernel")
                .isFalse();
    }

    private record Gradients(NDArray value, NDArray images, NDArray weight) {}

    /** Returns the value of a convolution, and the gradients of the sum of its squares. */
    private Gradients gradients(NDArray images, NDArray weight, Function<NDArray, NDArray> convolution) {
        try (GradientCollector collector = images.getManager().getEngine().newGradientCollector()) {
            collector.zeroGradients();
            NDArray value = convolution.apply(images);
            collector.backward(value.mul(value).sum());
            return new Gradients(
                    value.stopGradient(),
                    images.getGradient().duplicate(),
                    weight.getGradient().duplicate());
        }
    }

    private static NDArray convolution(NDArray input, ConvolutionTerms terms) {
        return Conv2d.conv2d(
                        input,
                        terms.weight(),
                        terms.bias().orElse(null),
                        new Shape(terms.stride(), terms.stride()),
                        new Shape(terms.padding(), terms.padding()),
                        new Shape(1, 1),
                        terms.groups())
                .singletonOrThrow();
    }

    private NDArray normal(long... shape) {
        NDManager manager = tensors.manager();
        return manager.randomNormal(0, 1, new Shape(shape), DataType.FLOAT32).toType(DataType.FLOAT64, true);
    }

    private static void assertClose(NDArray computed, NDArray expected) {
        assertThat(computed.getShape()).isEqualTo(expected.getShape());
        double largest = expected.abs().max().getDouble();
        assertThat(computed.sub(expected).abs().max().getDouble() / largest).isCloseTo(0, within(1e-13));
    }
}
