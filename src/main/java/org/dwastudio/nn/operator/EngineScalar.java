package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic with scalars that autograd may keep. {@code NDArray.mul(Number)} and {@code div(Number)} put the number into
 * Java's memory, which may be released before the backward pass reads it.
 */
public final class EngineScalar {
    private EngineScalar() {}

    /** Returns tensor · factor. */
    public static NDArray multiply(NDArray tensor, double factor) {
        try (NDArray scalar = of(tensor, factor)) {
            return tensor.mul(scalar);
        }
    }

    /** Returns tensor / divisor. */
    public static NDArray divide(NDArray tensor, double divisor) {
        try (NDArray scalar = of(tensor, divisor)) {
            return tensor.div(scalar);
        }
    }

    /**
     * Creates a scalar in the engine's own memory.
     *
     * @param like tensor whose manager owns the scalar
     */
    public static NDArray of(NDArray like, double value) {
        try (NDArray borrowed = like.getManager().create(value)) {
            return borrowed.duplicate();
        }
    }
}
