package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;
import java.util.function.Consumer;

/**
 * Tensor operations in which a network's inference pass spends its time. All are differentiable with respect to every
 * argument that carries gradients. Results belong to the manager of the first argument; arguments stay open.
 */
public interface Operators {

    /**
     * Applies a convolution.
     *
     * @param input [N, C, H, W]
     * @return [N, O, H', W']
     */
    NDArray convolution(NDArray input, ConvolutionTerms terms);

    /**
     * Applies a convolution, a batch norm with fixed mean and variance, the addition of a shortcut and a nonlinearity.
     *
     * @param input [N, C, H, W]
     * @param observer receives the input of the batch norm, [N, O, H', W'], where the implementation has one; it is
     *     closed afterwards
     * @return [N, O, H', W']
     */
    NDArray unit(NDArray input, UnitTerms terms, Consumer<NDArray> observer);

    /**
     * Applies a batch norm with fixed mean and variance to a tensor that is no convolution's, then a nonlinearity.
     *
     * @param input [N, C, H, W]
     * @param then {@link Nonlinearity#NONE} or {@link Nonlinearity#RELU}
     * @param observer receives the input where the implementation has one
     */
    NDArray norm(NDArray input, BatchNormTerms terms, Nonlinearity then, Consumer<NDArray> observer);

    /**
     * Applies an instance norm: brings every channel of every image to mean 0 and (biased) variance 1 over (H, W), with
     * {@link BatchNormTerms#EPSILON}, then scales and shifts it.
     *
     * @param input [N, C, H, W]
     * @param gamma [C]
     * @param beta [C]
     */
    NDArray instanceNorm(NDArray input, NDArray gamma, NDArray beta);

    /** Applies max(0, ·) to a tensor of any shape. */
    NDArray relu(NDArray input);

    /** Applies x · σ(x) to a tensor of any shape. */
    NDArray silu(NDArray input);

    /**
     * Scales channels: input · σ(control).
     *
     * @param input [N, C, H, W]
     * @param control [N, C]
     */
    NDArray gate(NDArray input, NDArray control);

    /** Adds two tensors of the same shape. */
    NDArray add(NDArray first, NDArray second);

    /**
     * Takes every second row and column of [N, C, H, W], beginning with the first, and adds channels of zeros: half of
     * them before the given ones, the others after.
     *
     * @param channels number of channels of the result, at least C
     */
    NDArray subsample(NDArray input, int channels);

    /** Splits the channels of [N, C, H, W], C even, in the middle. */
    ChannelHalves split(NDArray input);

    /** Interleaves the channels of two tensors [N, C, H, W], beginning with the first one's: [N, 2 · C, H, W]. */
    NDArray interleave(NDArray first, NDArray second);

    /** Applies average pooling to [N, C, H, W] over adjacent squares; incomplete squares at the edges are left out. */
    NDArray averagePool(NDArray input, int size);

    /**
     * Applies average pooling of [N, C, H, W] to [N, C, size, size]: result row i is the mean of the rows from ⌊i · H /
     * size⌋ to ⌈(i + 1) · H / size⌉ exclusive, columns likewise.
     */
    NDArray adaptiveAveragePool(NDArray input, int size);

    /** Applies max pooling to [N, C, H, W] over squares. */
    NDArray maxPool(NDArray input, int size, int stride, int padding);

    /** Returns the mean of every channel of [N, C, H, W] over (H, W): [N, C]. */
    NDArray globalAverage(NDArray input);

    /** Reshapes [N, C, H, W] to [N, C · H · W]. */
    NDArray flatten(NDArray input);

    /**
     * Applies a fully connected layer.
     *
     * @param input [N, F]
     * @param weight [O, F]
     * @param bias [O]
     * @return [N, O]
     */
    NDArray linear(NDArray input, NDArray weight, NDArray bias);
}
