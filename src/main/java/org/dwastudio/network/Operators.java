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
}
