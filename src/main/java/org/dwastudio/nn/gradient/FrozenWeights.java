package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.IdentityHashMap;
import org.dwastudio.nn.operator.BatchNormTerms;

/** Cache of values that depend on a frozen network's weights alone, keyed by the weight. A manager owns it. */
final class FrozenWeights {
    private final NDManager owner;
    private final PixelOperators operators;
    private final IdentityHashMap<NDArray, NDArray> scales = new IdentityHashMap<>();
    private final IdentityHashMap<NDArray, NDArray> rounded = new IdentityHashMap<>();

    FrozenWeights(NDManager owner, PixelOperators operators) {
        this.owner = owner;
        this.operators = operators;
    }

    /** Returns γ/√(σ̂² + ε), [1, C, 1, 1]. */
    NDArray scale(BatchNormTerms terms) {
        return scales.computeIfAbsent(terms.gamma(), gamma -> {
            try (NDArray stabilised = terms.variance().add(BatchNormTerms.EPSILON);
                    NDArray deviation = stabilised.sqrt();
                    NDArray scale = gamma.div(deviation);
                    NDArray perChannel = scale.reshape(new Shape(1, scale.size(), 1, 1))) {
                NDArray kept = perChannel.duplicate();
                kept.attach(owner);
                return kept;
            }
        });
    }

    /**
     * Returns a convolution's weight in another data type.
     *
     * @param format operator that rounds to the type. DJL has no name for bfloat16: such a tensor may only be passed to
     *     operators
     */
    NDArray rounded(NDArray weight, String format) {
        return rounded.computeIfAbsent(weight, exact -> operators.one(owner, format, exact));
    }
}
