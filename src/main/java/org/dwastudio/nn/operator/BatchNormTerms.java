package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;

/**
 * Tensors of a batch norm: {@code (x − mean) / √(variance + ε) · gamma + beta}, per channel.
 *
 * @param gamma [C]
 * @param beta [C]
 * @param mean [C], running mean
 * @param variance [C], running variance
 */
public record BatchNormTerms(NDArray gamma, NDArray beta, NDArray mean, NDArray variance) {
    /** ε of torchvision's batch norms. */
    public static final double EPSILON = 1e-5;
}
