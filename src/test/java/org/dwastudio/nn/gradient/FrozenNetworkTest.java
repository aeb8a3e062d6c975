package org.dwastudio.nn.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TappedLogits;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrozenNetworkTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final int CLASSES = 4;
    private static final int BATCH = 5;

    @ParameterizedTest
    @CsvSource({
        "convnet, 4, SMALL, 1, 28",
        "convnet, 4, SMALL, 3, 32",
        "convnet3-instance, 4, SMALL, 3, 16",
        "convnet3-plain, 4, SMALL, 1, 16",
        "resnet18, 4, SMALL, 1, 28",
        "resnet18, 4, IMAGENET, 3, 64",
        "resnet-bottleneck-1111, 4, SMALL, 3, 17",
        "vgg11_bn, 4, SMALL, 1, 17",
        "vgg11_bn, 2, IMAGENET, 3, 80",
        "mobilenet_v2, 4, SMALL, 3, 11",
        "shufflenet_v2_x0_5, 6, SMALL, 3, 13",
        "shufflenet_v2_x0_5, 6, IMAGENET, 1, 33",
        "efficientnet_b0, 4, IMAGENET, 3, 17"
    })
    void theHandWrittenBackwardPassAgreesWithAutograd(
            String architecture, int width, Stem stem, int channels, int size) {
        compareWithAutograd(architecture, width, stem, channels, size);
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({
        "convnet3, 4, SMALL, 3, 32",
        "convnet4, 4, SMALL, 3, 17",
        "convnet4-instance, 4, SMALL, 3, 32",
        "convnet4-plain, 4, SMALL, 1, 28",
        "resnet18, 4, SMALL, 3, 32",
        "resnet34, 4, SMALL, 3, 16",
        "resnet50, 4, IMAGENET, 3, 48",
        "resnet101, 4, SMALL, 3, 16",
        "vgg16_bn, 4, SMALL, 3, 32",
        "vgg16_bn, 2, IMAGENET, 3, 64",
        "mobilenet_v2, 4, IMAGENET, 1, 40",
        "shufflenet_v2_x1_0, 6, SMALL, 1, 16",
        "shufflenet_v2_x1_0, 6, IMAGENET, 3, 48",
        "efficientnet_b0, 4, SMALL, 1, 17"
    })
    void theHandWrittenBackwardPassAgreesWithAutogradInTheOthers(
            String architecture, int width, Stem stem, int channels, int size) {
        compareWithAutograd(architecture, width, stem, channels, size);
    }

    private void compareWithAutograd(String architecture, int width, Stem stem, int channels, int size) {
        Network network = network(architecture, width, stem, channels, size, DataType.FLOAT64);
        NDArray images = images(channels, size, DataType.FLOAT64);
        List<LayerWeight> weights = weights(network);

        PixelLoss byHand = frozen(network, FrozenNetwork.Arithmetic.FULL).loss(images, labels(), weights);

        PixelLoss expected = byAutograd(network, images, weights);
        assertClose(byHand.crossEntropy(), expected.crossEntropy());
        for (int layer = 0; layer < weights.size(); layer++) {
            assertClose(byHand.meanGaps()[layer], expected.meanGaps()[layer]);
            assertClose(byHand.varianceGaps()[layer], expected.varianceGaps()[layer]);
        }
        assertThat(relativeDifference(byHand.gradient(), expected.gradient())).isLessThan(1e-10);
    }

    @Test
    void aGapOfZeroHasNoGradient() {
        Network network = network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT64);
        NDArray images = images(1, 16, DataType.FLOAT64);
        // The input of the first batch norm has the statistics that its running ones state.
        try (TappedLogits seen = network.tapped(images)) {
            ChannelStatistics first = seen.statistics().get(0);
            network.assign(Map.of("bn1.running_mean", first.mean(), "bn1.running_var", first.variance()));
        }
        FrozenNetwork frozen = frozen(network, FrozenNetwork.Arithmetic.FULL);
        List<LayerWeight> none = new ArrayList<>(Collections.nCopies(3, new LayerWeight(0, 0)));
        List<LayerWeight> onlyFirst = new ArrayList<>(none);
        onlyFirst.set(0, new LayerWeight(3, 5));

        PixelLoss aligned = frozen.loss(images, labels(), onlyFirst);

        assertThat(aligned.meanGaps()[0]).isLessThan(1e-12);
        assertThat(aligned.varianceGaps()[0]).isLessThan(1e-12);
        assertThat(aligned.gradient().toDoubleArray()).doesNotContain(Double.NaN);
    }

    @Test
    void weightsAreThoseOfTheMomentOfFreezing() {
        Network network = network("resnet18", 4, Stem.SMALL, 1, 16, DataType.FLOAT32);
        NDArray images = images(1, 16, DataType.FLOAT32);
        FrozenNetwork frozen = frozen(network, FrozenNetwork.Arithmetic.FULL);
        double before = frozen.loss(images, labels(), weights(network)).crossEntropy();

        network.assign(Map.of("fc.bias", tensors.manager().create(new float[] {9, 0, 0, 0})));
        assertThat(frozen.loss(images, labels(), weights(network)).crossEntropy())
                .isEqualTo(before);

        network.close();
        assertThat(frozen.loss(images, labels(), Collections.nCopies(20, new LayerWeight(0, 0)))
                        .crossEntropy())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"resnet18, 32", "vgg11_bn, 32", "mobilenet_v2, 12", "efficientnet_b0, 12"})
    void bfloat16ConvolutionsStayCloseToFloat32(String architecture, int size) {
        Network network = network(architecture, 4, Stem.SMALL, 3, size, DataType.FLOAT32);
        NDArray images = images(3, size, DataType.FLOAT32);
        List<LayerWeight> weights = weights(network);

        PixelLoss exact = frozen(network, FrozenNetwork.Arithmetic.FULL).loss(images, labels(), weights);
        PixelLoss rounded =
                frozen(network, FrozenNetwork.Arithmetic.BFLOAT16_CONVOLUTIONS).loss(images, labels(), weights);

        assertThat(rounded.crossEntropy()).isCloseTo(exact.crossEntropy(), within(0.02 * exact.crossEntropy()));
        assertThat(rounded.meanGaps()[0]).isCloseTo(exact.meanGaps()[0], within(1e-5));
        assertThat(cosine(rounded.gradient(), exact.gradient())).isGreaterThan(0.99);
        assertThat(relativeDifference(rounded.gradient(), exact.gradient())).isGreaterThan(1e-5);
    }

    @ParameterizedTest
    @CsvSource({"resnet18, 32", "vgg11_bn, 32", "mobilenet_v2, 12", "efficientnet_b0, 12"})
    void float16ConvolutionsStayCloserToFloat32ThanBfloat16(String architecture, int size) {
        Network network = network(architecture, 4, Stem.SMALL, 3, size, DataType.FLOAT32);
        NDArray images = images(3, size, DataType.FLOAT32);
        List<LayerWeight> weights = weights(network);
        double scale = 65536;

        PixelLoss exact = frozen(network, FrozenNetwork.Arithmetic.FULL).loss(images, labels(), weights);
        PixelLoss bfloat16 =
                frozen(network, FrozenNetwork.Arithmetic.BFLOAT16_CONVOLUTIONS).loss(images, labels(), weights);
        PixelLoss float16 =
                frozen(network, FrozenNetwork.Arithmetic.FLOAT16_CONVOLUTIONS).loss(images, labels(), weights, scale);
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
        Network network = network(architecture, 4, Stem.SMALL, 3, size, DataType.FLOAT32);
        NDArray images = images(3, size, DataType.FLOAT32);
        List<LayerWeight> weights = weights(network);
        FrozenNetwork frozen = frozen(network, FrozenNetwork.Arithmetic.FULL);

        PixelLoss plain = frozen.loss(images, labels(), weights);
        PixelLoss scaled = frozen.loss(images, labels(), weights, 1024);

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
        Network network = network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT64);

        assertThatThrownBy(() -> frozen(network, arithmetic))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FLOAT32");
    }

    @Test
    void aWrongNumberOfLayerWeightsIsRejected() {
        FrozenNetwork frozen =
                frozen(network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT32), FrozenNetwork.Arithmetic.FULL);
        NDArray images = images(1, 16, DataType.FLOAT32);

        assertThatThrownBy(() -> frozen.loss(images, labels(), List.of(new LayerWeight(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 weights for 3 batch-norm layers");
    }

    @Test
    void aNetworkWithoutBatchNormsIsDrivenByTheCrossEntropyAlone() {
        Network network = network("convnet3-plain", 4, Stem.SMALL, 1, 16, DataType.FLOAT32);
        NDArray images = images(1, 16, DataType.FLOAT32);
        FrozenNetwork frozen = frozen(network, FrozenNetwork.Arithmetic.FULL);

        PixelLoss loss = frozen.loss(images, labels(), List.of());

        assertThat(frozen.batchNormLayers()).isZero();
        assertThat(loss.meanGaps()).isEmpty();
        assertThat(loss.varianceGaps()).isEmpty();
        assertThat(loss.crossEntropy()).isPositive();
        assertThat(norm(loss.gradient())).isPositive();
    }

    @Test
    void theGradientIsAnOrdinaryTensorOfTheImagesManager() {
        Network network = network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT32);
        NDArray images = images(1, 16, DataType.FLOAT32);
        PixelLoss loss = frozen(network, FrozenNetwork.Arithmetic.FULL).loss(images, labels(), weights(network));

        assertThat(loss.gradient().getManager()).isSameAs(images.getManager());
        assertThat(loss.gradient().getShape()).isEqualTo(images.getShape());
        assertThat(loss.gradient().subi(loss.gradient()).abs().max().getFloat()).isZero();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    }

    private FrozenNetwork frozen(Network network, FrozenNetwork.Arithmetic arithmetic) {
        return FrozenNetwork.of(network, arithmetic, tensors.operators(), tensors.manager());
    }

    private Network network(String architecture, int width, Stem stem, int channels, int size, DataType type) {
        NetworkConfig config = new NetworkConfig(architecture, width, stem, channels, CLASSES, size);
        Network network = new NetworkCatalog().build(config, tensors.manager(), type, 11);
        Random random = new Random(12);
        network.state().forEach((name, tensor) -> {
            // Fresh batch norms are all equal; a trained one differs from channel to channel.
            if (tensor.getShape().dimension() == 1) {
                double[] values = random.doubles(tensor.size(), 0.5, 1.5).toArray();
                network.assign(Map.of(name, tensors.manager().create(values, tensor.getShape())));
            }
        });
        return network;
    }

    private NDArray images(int channels, int size, DataType type) {
        Shape shape = new Shape(BATCH, channels, size, size);
        Random random = new Random(13);
        double[] values = new double[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return tensors.manager().create(values, shape).toType(type, false);
    }

    private NDArray labels() {
        return tensors.manager().create(new long[] {3, 0, 1, 1, 2});
    }

    private static List<LayerWeight> weights(Network network) {
        List<LayerWeight> weights = new ArrayList<>();
        for (int layer = 0; layer < network.runningStatistics().size(); layer++) {
            weights.add(new LayerWeight(0.1 + 0.01 * layer, 0.3 - 0.01 * layer));
        }
        return weights;
    }

    private PixelLoss byAutograd(Network network, NDArray images, List<LayerWeight> weights) {
        NDArray pixels = images.duplicate();
        pixels.setRequiresGradient(true);
        double[] meanGaps = new double[weights.size()];
        double[] varianceGaps = new double[weights.size()];
        try (GradientCollector collector = tensors.manager().getEngine().newGradientCollector()) {
            TappedLogits seen = network.tapped(pixels);
            NDArray index = labels().reshape(new Shape(BATCH, 1));
            NDArray crossEntropy =
                    seen.logits().logSoftmax(1).gather(index, 1).mean().neg();
            NDArray total = crossEntropy;
            for (int layer = 0; layer < weights.size(); layer++) {
                ChannelStatistics batch = seen.statistics().get(layer);
                ChannelStatistics running = network.runningStatistics().get(layer);
                NDArray mean = batch.mean().sub(running.mean()).norm();
                NDArray variance = batch.variance().sub(running.variance()).norm();
                meanGaps[layer] = mean.getDouble();
                varianceGaps[layer] = variance.getDouble();
                total = total.add(mean.mul(number(weights.get(layer).mean())))
                        .add(variance.mul(number(weights.get(layer).variance())));
            }
            collector.backward(total);
            return new PixelLoss(crossEntropy.getDouble(), meanGaps, varianceGaps, pixels.getGradient());
        }
    }

    /** Creates a number in the engine's own memory: autograd reads it again in the backward pass. */
    private NDArray number(double value) {
        return tensors.manager().create(value).duplicate();
    }

    private static double relativeDifference(NDArray one, NDArray other) {
        return norm(one.sub(other)) / norm(other);
    }

    private static double cosine(NDArray one, NDArray other) {
        return one.mul(other).sum().toType(DataType.FLOAT64, false).getDouble() / (norm(one) * norm(other));
    }

    private static double norm(NDArray tensor) {
        return tensor.toType(DataType.FLOAT64, false).norm().getDouble();
    }
}
