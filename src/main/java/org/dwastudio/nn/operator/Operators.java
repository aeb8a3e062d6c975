package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;

/**
 * The tensor operations in which a network's inference pass spends its time. All are differentiable with respect to
 * every argument that carries gradients. Results belong to the manager of the first argument; arguments stay open.
 */
public interface Operators {

    /**
     * A convolution.
     *
     * @param input [N, C, H, W]
     * @return [N, O, H', W']
     */
    NDArray convolution(NDArray input, ConvolutionTerms terms);

    /** Mean and biased variance of every channel of [N, C, H, W] over (N, H, W). */
    ChannelStatistics statistics(NDArray input);

    /** Batch norm of [N, C, H, W] with fixed mean and variance, then what follows it. */
    NDArray batchNorm(NDArray input, BatchNormTerms terms, Nonlinearity then);

    /** Batch norm as in {@link #batchNorm}, plus a shortcut of the same shape. */
    NDArray batchNormAdd(NDArray input, BatchNormTerms terms, NDArray shortcut);

    /** {@link #batchNormAdd} followed by max(0, ·). */
    NDArray batchNormAddRelu(NDArray input, BatchNormTerms terms, NDArray shortcut);

    /**
     * Instance norm: every channel of every image is brought to mean 0 and (biased) variance 1 over (H, W), with
     * {@link BatchNormTerms#EPSILON}, then scaled and shifted.
     *
     * @param input [N, C, H, W]
     * @param gamma [C]
     * @param beta [C]
     */
    NDArray instanceNorm(NDArray input, NDArray gamma, NDArray beta);

    /** max(0, ·) of a tensor of any shape. */
    NDArray relu(NDArray input);

    /** x · σ(x) of a tensor of any shape. */
    NDArray silu(NDArray input);

    /**
     * Weighs channels: input · σ(control).
     *
     * @param input [N, C, H, W]
     * @param control [N, C]
     */
    NDArray gate(NDArray input, NDArray control);

    /** Cuts the channels of [N, C, H, W], C even, in the middle. */
    ChannelHalves split(NDArray input);

    /** Channels of two tensors [N, C, H, W] by turns, beginning with the first one's: [N, 2 · C, H, W]. */
    NDArray interleave(NDArray first, NDArray second);

    /** Average pooling of [N, C, H, W] over squares side by side; what does not fill a square is left out. */
    NDArray averagePool(NDArray input, int size);

    /**
     * Average pooling of [N, C, H, W] to [N, C, size, size]: result row i is the mean of the rows from ⌊i · H / size⌋ to
     * ⌈(i + 1) · H / size⌉ exclusively, columns likewise.
     */
    NDArray adaptiveAveragePool(NDArray input, int size);

    /** Max pooling of [N, C, H, W] over squares. */
    NDArray maxPool(NDArray input, int size, int stride, int padding);

    /** The mean of every channel of [N, C, H, W] over (H, W): [N, C]. */
    NDArray globalAverage(NDArray input);

    /** [N, C, H, W] as [N, C · H · W]. */
    NDArray flatten(NDArray input);

    /**
     * A fully connected layer.
     *
     * @param input [N, F]
     * @param weight [O, F]
     * @param bias [O]
     * @return [N, O]
     */
    NDArray linear(NDArray input, NDArray weight, NDArray bias);
}
