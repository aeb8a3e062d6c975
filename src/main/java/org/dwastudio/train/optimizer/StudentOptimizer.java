package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.Map;
import org.dwastudio.config.evaluation.EvaluationConfig;

/** Turns the gradients of a student's weights into a step. */
public sealed interface StudentOptimizer permits AdamW, MomentumSgd {

    /**
     * The one that a recipe asks for.
     *
     * @param weights changed in place; each carries a gradient whenever a step is made
     * @param manager owns what is remembered from step to step
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

    /** What is remembered from step to step, by names of its own; changed in place by whoever goes on with it. */
    Map<String, NDArray> memory();

    /** Goes on after so many steps; {@link #memory} is put back by the caller. */
    void goOnAfter(int steps);

    /** Makes one step with the gradients that the weights carry now, and leaves those as they are. */
    void step(double learningRate);
}
