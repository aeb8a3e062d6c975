package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;

/** Factory of scalars that autograd may keep. */
public final class EngineScalar {
    private EngineScalar() {}

    /**
     * Creates a scalar in the engine's own memory. One that is made of a Java number lies in Java's memory, which may
     * already be released when the backward pass reads it.
     *
     * @param like tensor whose manager owns the scalar
     */
    public static NDArray of(NDArray like, double value) {
        try (NDArray borrowed = like.getManager().create(value)) {
            return borrowed.duplicate();
        }
    }
}
