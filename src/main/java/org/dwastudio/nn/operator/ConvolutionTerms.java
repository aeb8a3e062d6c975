package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What a convolution computes with.
 *
 * @param weight [O, C / groups, K, K], channels-last in memory
 * @param bias [O], or nothing
 * @param stride the same in both directions
 * @param padding zeros on every side
 * @param groups into how many independent convolutions the channels are cut; as many as channels makes it depthwise
 */
public record ConvolutionTerms(NDArray weight, Optional<NDArray> bias, int stride, int padding, int groups) {

    /** Terms without bias and groups. */
    public static ConvolutionTerms of(NDArray weight, int stride, int padding) {
        return new ConvolutionTerms(weight, Optional.empty(), stride, padding, 1);
    }
}
