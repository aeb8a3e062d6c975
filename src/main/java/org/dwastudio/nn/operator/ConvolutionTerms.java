package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * Tensors and settings of a convolution.
 *
 * @param weight [O, C / groups, K, K], channels-last in memory
 * @param bias [O], or empty
 * @param stride stride in both directions
 * @param padding zeros on every side
 * @param groups number of independent convolutions that the channels are divided into; equal to the channels for a
 *     depthwise convolution
 */
public record ConvolutionTerms(NDArray weight, Optional<NDArray> bias, int stride, int padding, int groups) {

    /** Creates terms without bias and groups. */
    public static ConvolutionTerms of(NDArray weight, int stride, int padding) {
        return new ConvolutionTerms(weight, Optional.empty(), stride, padding, 1);
    }
}
