package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.Map;
import org.dwastudio.config.evaluation.EvaluationConfig;

/** Optimizer that updates the weights of a student from their gradients. */
public sealed interface StudentOptimizer permits AdamW, MomentumSgd {

    /**
     * Returns the optimizer that a recipe selects.
     *
     * @param weights updated in place; each must have a gradient at every step
     * @param manager owner of the optimizer state
     */
    static StudentOptimizer of(EvaluationConfig config, Collection<NDArray> weights, NDManager manager) {
        return switch (config.optimizer().kind()) {
            case ADAM_W -> new AdamW(weights, manager, config.optimizer().weightDecay());
            case SGD ->
                new MomentumSgd(
                        weights,
                        manager,
                        config.optimizer().momentum(),
                        config.optimizer().weightDecay());
        };
    }

    /** Returns the optimizer state by name. To resume, the caller overwrites the tensors in place. */
    Map<String, NDArray> memory();

    /** Resumes after the given number of steps; the caller restores {@link #memory}. */
    void goOnAfter(int steps);

    /** Makes one step with the current gradients of the weights and leaves the gradients unchanged. */
    void step(double learningRate);
}
