package org.dwastudio.nn.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dwastudio.nn.gradient.FrozenNetworks.BATCH;
import static org.dwastudio.nn.gradient.FrozenNetworks.norm;
import static org.dwastudio.nn.gradient.FrozenNetworks.relativeDifference;
import static org.dwastudio.nn.gradient.FrozenNetworks.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TappedLogits;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenNetworkTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final FrozenNetworks networks = new FrozenNetworks(tensors);

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
        "efficientnet_b0, 4, IMAGENET, 3, 17",
        "resnet20, 4, SMALL, 3, 16",
        "resnet20, 5, SMALL, 1, 13",
        "resnet20-b, 4, SMALL, 3, 16",
        "wideresnet16, 16, SMALL, 3, 16",
        "wideresnet16, 6, SMALL, 1, 13"
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
        "efficientnet_b0, 4, SMALL, 1, 17",
        "resnet56, 4, SMALL, 3, 16",
        "resnet110-b, 4, SMALL, 1, 9",
        "wideresnet28, 16, SMALL, 3, 17"
    })
    void theHandWrittenBackwardPassAgreesWithAutogradForFurtherArchitectures(
            String architecture, int width, Stem stem, int channels, int size) {
        compareWithAutograd(architecture, width, stem, channels, size);
    }

    private void compareWithAutograd(String architecture, int width, Stem stem, int channels, int size) {
        Network network = networks.network(architecture, width, stem, channels, size, DataType.FLOAT64);
        NDArray images = networks.images(channels, size, DataType.FLOAT64);
        List<LayerWeight> weights = weights(network);

        PixelLoss byHand =
                networks.frozen(network, FrozenNetwork.Arithmetic.FULL).loss(images, networks.labels(), weights);

        PixelLoss expected = byAutograd(network, images, weights);
        assertClose(byHand.crossEntropy(), expected.crossEntropy());
        for (int layer = 0; layer < weights.size(); layer++) {
            assertClose(byHand.meanGaps()[layer], expected.meanGaps()[layer]);
            assertClose(byHand.varianceGaps()[layer], expected.varianceGaps()[layer]);
        }
        assertThat(relativeDifference(byHand.gradient(), expected.gradient())).isLessThan(1e-10);
    }

    @Test
    void aGapOfZeroGivesNoNaN() {
        Network network = networks.network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT64);
        NDArray images = networks.images(1, 16, DataType.FLOAT64);
        // The input of the first batch norm has statistics equal to its running statistics.
        try (TappedLogits seen = network.tapped(images)) {
            ChannelStatistics first = seen.statistics().get(0);
            network.assign(Map.of("bn1.running_mean", first.mean(), "bn1.running_var", first.variance()));
        }
        FrozenNetwork frozen = networks.frozen(network, FrozenNetwork.Arithmetic.FULL);
        List<LayerWeight> none = new ArrayList<>(Collections.nCopies(3, new LayerWeight(0, 0)));
        List<LayerWeight> onlyFirst = new ArrayList<>(none);
        onlyFirst.set(0, new LayerWeight(3, 5));

        PixelLoss aligned = frozen.loss(images, networks.labels(), onlyFirst);

        assertThat(aligned.meanGaps()[0]).isLessThan(1e-12);
        assertThat(aligned.varianceGaps()[0]).isLessThan(1e-12);
        assertThat(aligned.gradient().toDoubleArray()).doesNotContain(Double.NaN);
    }

    @Test
    void weightsAreThoseOfTheMomentOfFreezing() {
        Network network = networks.network("resnet18", 4, Stem.SMALL, 1, 16, DataType.FLOAT32);
        NDArray images = networks.images(1, 16, DataType.FLOAT32);
        FrozenNetwork frozen = networks.frozen(network, FrozenNetwork.Arithmetic.FULL);
        double before = frozen.loss(images, networks.labels(), weights(network)).crossEntropy();

        network.assign(Map.of("fc.bias", tensors.manager().create(new float[] {9, 0, 0, 0})));
        assertThat(frozen.loss(images, networks.labels(), weights(network)).crossEntropy())
                .isEqualTo(before);

        network.close();
        assertThat(frozen.loss(images, networks.labels(), Collections.nCopies(20, new LayerWeight(0, 0)))
                        .crossEntropy())
                .isEqualTo(before);
    }

    @Test
    void aWrongNumberOfLayerWeightsIsRejected() {
        FrozenNetwork frozen = networks.frozen(
                networks.network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT32), FrozenNetwork.Arithmetic.FULL);
        NDArray images = networks.images(1, 16, DataType.FLOAT32);

        assertThatThrownBy(() -> frozen.loss(images, networks.labels(), List.of(new LayerWeight(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 weights for 3 batch-norm layers");
    }

    @Test
    void aNetworkWithoutBatchNormsIsDrivenByTheCrossEntropyAlone() {
        Network network = networks.network("convnet3-plain", 4, Stem.SMALL, 1, 16, DataType.FLOAT32);
        NDArray images = networks.images(1, 16, DataType.FLOAT32);
        FrozenNetwork frozen = networks.frozen(network, FrozenNetwork.Arithmetic.FULL);

        PixelLoss loss = frozen.loss(images, networks.labels(), List.of());

        assertThat(frozen.batchNormLayers()).isZero();
        assertThat(loss.meanGaps()).isEmpty();
        assertThat(loss.varianceGaps()).isEmpty();
        assertThat(loss.crossEntropy()).isPositive();
        assertThat(norm(loss.gradient())).isPositive();
    }

    @Test
    void theGradientIsAnOrdinaryTensorOfTheImagesManager() {
        Network network = networks.network("convnet", 4, Stem.SMALL, 1, 16, DataType.FLOAT32);
        NDArray images = networks.images(1, 16, DataType.FLOAT32);
        PixelLoss loss = networks.frozen(network, FrozenNetwork.Arithmetic.FULL)
                .loss(images, networks.labels(), weights(network));

        assertThat(loss.gradient().getManager()).isSameAs(images.getManager());
        assertThat(loss.gradient().getShape()).isEqualTo(images.getShape());
        assertThat(loss.gradient().subi(loss.gradient()).abs().max().getFloat()).isZero();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    }

    private PixelLoss byAutograd(Network network, NDArray images, List<LayerWeight> weights) {
        NDArray pixels = images.duplicate();
        pixels.setRequiresGradient(true);
        double[] meanGaps = new double[weights.size()];
        double[] varianceGaps = new double[weights.size()];
        try (GradientCollector collector = tensors.manager().getEngine().newGradientCollector()) {
            TappedLogits seen = network.tapped(pixels);
            NDArray index = networks.labels().reshape(new Shape(BATCH, 1));
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
}
