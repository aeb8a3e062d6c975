package org.dwastudio.network;

import ai.djl.ndarray.NDArray;

/**
 * The tensor operations in which a network's inference pass spends its time. All are differentiable with respect to
 * every argument that carries gradients. Results belong to the manager of the first argument; arguments stay open.
 */
public interface Operators {

    /**
     * A convolution without bias.
     *
     * @param input [N, C, H, W]
     * @param weight [O, C, K, K], channels-last in memory
     * @return [N, O, H', W']
     */
    NDArray convolution(NDArray input, NDArray weight, int stride, int padding);

    /** Mean and biased variance of every channel of [N, C, H, W] over (N, H, W). */
    ChannelStatistics statistics(NDArray input);

    /** Batch norm of [N, C, H, W] with fixed mean and variance. */
    NDArray batchNorm(NDArray input, BatchNormTerms terms);

    /** {@link #batchNorm} followed by max(0, ·). */
    NDArray batchNormRelu(NDArray input, BatchNormTerms terms);

    /** {@link #batchNorm}, plus a shortcut of the same shape, followed by max(0, ·). */
    NDArray batchNormAddRelu(NDArray input, BatchNormTerms terms, NDArray shortcut);

    /** Average pooling of [N, C, H, W] over squares side by side; what does not fill a square is left out. */
    NDArray averagePool(NDArray input, int size);

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
