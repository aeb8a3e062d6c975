package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;

/** Scalars that autograd may keep. */
public final class EngineScalar {
    private EngineScalar() {}

    /**
     * A scalar in the engine's own memory. One that is made of a Java number lies in Java's memory, which may be gone
     * when autograd looks at it again on its way back.
     *
     * @param like has the manager that the scalar shall belong to
     */
    public static NDArray of(NDArray like, double value) {
        try (NDArray borrowed = like.getManager().create(value)) {
            return borrowed.duplicate();
        }
    }
}
