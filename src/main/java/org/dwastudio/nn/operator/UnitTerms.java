package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * Tensors and settings of a convolution with the batch norm and the operations that follow.
 *
 * @param shortcut tensor of the result's shape that is added after the norm, or empty
 * @param then function that is applied last
 */
public record UnitTerms(
        ConvolutionTerms convolution, BatchNormTerms norm, Optional<NDArray> shortcut, Nonlinearity then) {

    /** Rejects SiLU after a shortcut, whose derivative would need the sum. */
    public UnitTerms {
        if (then == Nonlinearity.SILU && shortcut.isPresent()) {
            throw new IllegalArgumentException("SiLU cannot follow a shortcut");
        }
    }
}
