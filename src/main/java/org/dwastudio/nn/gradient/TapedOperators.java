package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.function.Consumer;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.ChannelHalves;
import org.dwastudio.nn.operator.ConvolutionTerms;
import org.dwastudio.nn.operator.Nonlinearity;
import org.dwastudio.nn.operator.Operators;
import org.dwastudio.nn.operator.UnitTerms;

/**
 * Operators of a pass that runs with {@link PixelOperators} and records how to compute the gradient of the images by
 * hand instead of by autograd. The backward pass releases memory as it proceeds: gradients overwrite tensors that are
 * no longer needed (rules in {@link GradientTape}).
 */
final class TapedOperators implements Operators {
    private final GradientTape record;
    private final NDArray images;
    private final TapedUnits units;
    private final TapedConvolutions convolutions;
    private final TapedPools pools;
    private final TapedChannels channels;
    private final TapedLayers layers;

    /**
     * Begins a pass.
     *
     * @param images [N, C, H, W], channels-last
     * @param scope owner of everything that the pass computes
     * @param state state of the pass in the engine
     */
    TapedOperators(NDArray images, NDManager scope, PixelOperators operators, FrozenWeights weights, IValue state) {
        this.images = images;
        record = new GradientTape(scope, operators);
        record.remember(images);
        units = new TapedUnits(record, weights, images, state);
        convolutions = new TapedConvolutions(record, weights, images);
        pools = new TapedPools(record);
        channels = new TapedChannels(record);
        layers = new TapedLayers(record);
    }

    /** Runs the backward pass from the gradient of the pass's result and returns the gradient of the images. */
    NDArray backward(NDArray result, NDArray gradient) {
        record.backward(result, gradient);
        return record.of(images).takeGradient();
    }

    @Override
    public NDArray convolution(NDArray input, ConvolutionTerms terms) {
        return convolutions.convolution(input, terms);
    }

    @Override
    public NDArray unit(NDArray input, UnitTerms terms, Consumer<NDArray> observer) {
        return units.unit(input, terms);
    }

    @Override
    public NDArray norm(NDArray input, BatchNormTerms terms, Nonlinearity then, Consumer<NDArray> observer) {
        return units.norm(input, terms, then);
    }

    @Override
    public NDArray instanceNorm(NDArray input, NDArray gamma, NDArray beta) {
        return convolutions.instanceNorm(input, gamma, beta);
    }

    @Override
    public NDArray relu(NDArray input) {
        return layers.relu(input);
    }

    @Override
    public NDArray silu(NDArray input) {
        return layers.silu(input);
    }

    @Override
    public NDArray gate(NDArray input, NDArray control) {
        return channels.gate(input, control);
    }

    @Override
    public NDArray add(NDArray first, NDArray second) {
        return layers.add(first, second);
    }

    @Override
    public NDArray subsample(NDArray input, int channels) {
        return this.channels.subsample(input, channels);
    }

    @Override
    public ChannelHalves split(NDArray input) {
        return channels.split(input);
    }

    @Override
    public NDArray interleave(NDArray first, NDArray second) {
        return channels.interleave(first, second);
    }

    @Override
    public NDArray averagePool(NDArray input, int size) {
        return pools.average(input, size);
    }

    @Override
    public NDArray adaptiveAveragePool(NDArray input, int size) {
        return pools.adaptiveAverage(input, size);
    }

    @Override
    public NDArray maxPool(NDArray input, int size, int stride, int padding) {
        return pools.max(input, size, stride, padding);
    }

    @Override
    public NDArray globalAverage(NDArray input) {
        return pools.globalAverage(input);
    }

    @Override
    public NDArray flatten(NDArray input) {
        return layers.flatten(input);
    }

    @Override
    public NDArray linear(NDArray input, NDArray weight, NDArray bias) {
        return layers.linear(input, weight, bias);
    }
}
