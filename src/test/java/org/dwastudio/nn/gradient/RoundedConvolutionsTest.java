package org.dwastudio.nn.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.nn.gradient.FrozenNetworks.norm;
import static org.dwastudio.nn.gradient.FrozenNetworks.relativeDifference;
import static org.dwastudio.nn.gradient.FrozenNetworks.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Frozen networks whose convolutions round, and gradients that are scaled for it. */
class RoundedConvolutionsTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final FrozenNetworks networks = new FrozenNetworks(tensors);

    @ParameterizedTest
    @CsvSource({"resnet18, 32", "vgg11_bn, 32", "mobilenet_v2, 12", "efficientnet_b0, 12"})
    void bfloat16ConvolutionsStayCloseToFloat32(String architecture, int size) {
        Network network = networks.network(architecture, 4, Stem.SMALL, 3, size, DataType.FLOAT32);
        NDArray images = networks.images(3, size, DataType.FLOAT32);
        List<LayerWeight> weights = weights(network);

        PixelLoss exact =
                networks.frozen(network, FrozenNetwork.Arithmetic.FULL).loss(images, networks.labels(), weights);
        PixelLoss rounded = networks.frozen(network, FrozenNetwork.Arithmetic.BFLOAT16_CONVOLUTIONS)
                .loss(images, networks.labels(), weights);

        assertThat(rounded.crossEntropy()).isCloseTo(exact.crossEntropy(), within(0.02 * exact.crossEntropy()));
        assertThat(rounded.meanGaps()[0]).isCloseTo(exact.meanGaps()[0], within(1e-5));
        assertThat(cosine(rounded.gradient(), exact.gradient())).isGreaterThan(0.99);
        assertThat(relativeDifference(rounded.gradient(), exact.gradient())).isGreaterThan(1e-5);
    }

    @ParameterizedTest
    @CsvSource({"resnet18, 32", "vgg11_bn, 32", "mobilenet_v2, 12", "efficientnet_b0, 12"})
    void float16ConvolutionsStayCloserToFloat32ThanBfloat16(String architecture, int size) {
        Network network = networks.network(architecture, 4, Stem.SMALL, 3, size, DataType.FLOAT32);
        NDArray images = networks.images(3, size, DataType.FLOAT32);
        List<LayerWeight> weights = weights(network);
        double scale = 65536;

        PixelLoss exact =
                networks.frozen(network, FrozenNetwork.Arithmetic.FULL).loss(images, networks.labels(), weights);
        PixelLoss bfloat16 = networks.frozen(network, FrozenNetwork.Arithmetic.BFLOAT16_CONVOLUTIONS)
                .loss(images, networks.labels(), weights);
        PixelLoss float16 = networks.frozen(network, FrozenNetwork.Arithmetic.FLOAT16_CONVOLUTIONS)
                .loss(images, networks.labels(), weights, scale);
        NDArray gradient = float16.gradient().div(scale);

        assertThat(float16.crossEntropy()).isCloseTo(exact.crossEntropy(), within(0.003 * exact.crossEntropy()));
        assertThat(float16.meanGaps()[0]).isCloseTo(exact.meanGaps()[0], within(1e-5));
        assertThat(cosine(gradient, exact.gradient())).isGreaterThan(0.999);
        assertThat(relativeDifference(gradient, exact.gradient()))
                .isBetween(1e-5, 0.7 * relativeDifference(bfloat16.gradient(), exact.gradient()));
    }

    @ParameterizedTest
    @CsvSource({"resnet18, 32", "convnet, 16", "mobilenet_v2, 12"})
    void aPowerOfTwoScalesTheGradientOfFloat32WithoutRounding(String architecture, int size) {
        Network network = networks.network(architecture, 4, Stem.SMALL, 3, size, DataType.FLOAT32);
        NDArray images = networks.images(3, size, DataType.FLOAT32);
        List<LayerWeight> weights = weights(network);
        FrozenNetwork frozen = networks.frozen(network, FrozenNetwork.Arithmetic.FULL);

        PixelLoss plain = frozen.loss(images, networks.labels(), weights);
        PixelLoss scaled = frozen.loss(images, networks.labels(), weights, 1024);

        assertThat(scaled.gradient().div(1024).toFloatArray())
                .containsExactly(plain.gradient().toFloatArray());
        assertThat(scaled.crossEntropy()).isEqualTo(plain.crossEntropy());
        assertThat(scaled.meanGaps()).containsExactly(plain.meanGaps());
        assertThat(scaled.varianceGaps()).containsExactly(plain.varianceGaps());
    }

    @ParameterizedTest
    @EnumSource(
            value = FrozenNetwork.Arithmetic.class,
            names = {"BFLOAT16_CONVOLUTIONS", "FLOAT16_CONVOLUTIONS"})
    void roundedConvolutionsAreRejectedForFloat64(FrozenNetwork.Arithmetic arithmetic) {
        Network network = networks.network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT64);

        assertThatThrownBy(() -> networks.frozen(network, arithmetic))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FLOAT32");
    }

    private static double cosine(NDArray one, NDArray other) {
        return one.mul(other).sum().toType(DataType.FLOAT64, false).getDouble() / (norm(one) * norm(other));
    }
}
