package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;
import org.dwastudio.weights.StoredTensor;

/** Optimizer that updates the weights of a network from their gradients. */
public sealed interface Optimizer permits AdamW, Sgd {

    /**
     * Returns the optimizer of a teacher.
     *
     * @param weights by name, updated in place; each must have a gradient at every step
     * @param manager owner of the optimizer state, whose names are those of the weights
     */
    static Optimizer ofTeacher(SqueezeConfig config, Map<String, NDArray> weights, NDManager manager) {
        SqueezeOptimizer recipe = config.optimizer();
        return new Sgd(
                weights, manager, new Sgd.Coefficients(recipe.momentum(), recipe.weightDecay(), recipe.nesterov()));
    }

    /**
     * Returns the optimizer of a student.
     *
     * @param weights updated in place; each must have a gradient at every step
     * @param manager owner of the optimizer state, whose names contain the positions of the weights
     */
    static Optimizer ofStudent(EvaluationConfig config, Collection<NDArray> weights, NDManager manager) {
        EvaluationOptimizer recipe = config.optimizer();
        return switch (recipe.kind()) {
            case ADAM_W -> new AdamW(weights, manager, recipe.weightDecay());
            case SGD -> {
                Map<String, NDArray> numbered = new LinkedHashMap<>();
                weights.forEach(tensor -> numbered.put("velocity." + numbered.size(), tensor));
                yield new Sgd(numbered, manager, new Sgd.Coefficients(recipe.momentum(), recipe.weightDecay(), false));
            }
        };
    }

    /** Returns the optimizer state by name; every step changes it. */
    Map<String, NDArray> state();

    /** Makes one step with the current gradients of the weights and leaves the gradients unchanged. */
    void step(double learningRate);

    /** Sets the number of steps made so far. */
    void setSteps(int steps);

    /** Returns copies of the optimizer state by name, for a checkpoint. */
    default Map<String, StoredTensor> copyOfState() {
        return StoredTensor.copiesOf(state());
    }

    /**
     * Resumes from a checkpoint.
     *
     * @param state a tensor for every name of {@link #state}
     * @param steps number of steps made before
     */
    default void resume(Map<String, StoredTensor> state, int steps) {
        state().forEach((name, tensor) ->
                Objects.requireNonNull(state.get(name), name).replace(tensor));
        setSteps(steps);
    }
}
