package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SGD with momentum and weight decay as torch.optim.SGD computes it, for each tensor of weights w with gradient g:
 *
 * <pre>
 * g ← g + weightDecay · w
 * v ← momentum · v + g
 * w ← w − learningRate · v                      or, with Nesterov's momentum,
 * w ← w − learningRate · (g + momentum · v)
 * </pre>
 */
public final class Sgd implements Optimizer {
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Coefficients coefficients;

    /**
     * Coefficients of the update.
     *
     * @param momentum share of the previous velocity, 0 to 1
     * @param weightDecay L2 penalty added to the gradient
     * @param nesterov true for Nesterov's momentum
     */
    public record Coefficients(double momentum, double weightDecay, boolean nesterov) {}

    private record Slot(NDArray weights, NDArray velocity) {}

    /**
     * Starts with velocities of zero.
     *
     * @param weights by name, updated in place; each must have a gradient at every step
     * @param manager owner of the velocities
     */
    public Sgd(Map<String, NDArray> weights, NDManager manager, Coefficients coefficients) {
        this.coefficients = coefficients;
        weights.forEach((name, tensor) ->
                slots.put(name, new Slot(tensor, manager.zeros(tensor.getShape(), tensor.getDataType()))));
    }

    @Override
    public void step(double learningRate) {
        for (Slot slot : slots.values()) {
            // A detached array shares the memory, so autograd does not notice that it is updated in place.
            try (NDArray weights = slot.weights().stopGradient();
                    NDArray gradient = slot.weights().getGradient();
                    NDArray decay = weights.mul(coefficients.weightDecay());
                    NDArray decayed = decay.add(gradient)) {
                slot.velocity().muli(coefficients.momentum()).addi(decayed);
                try (NDArray update = update(slot.velocity(), decayed, learningRate)) {
                    weights.subi(update);
                }
            }
        }
    }

    private NDArray update(NDArray velocity, NDArray decayed, double learningRate) {
        return coefficients.nesterov()
                ? velocity.mul(coefficients.momentum()).addi(decayed).muli(learningRate)
                : velocity.mul(learningRate);
    }

    /** Returns the velocities by the names of their weights. */
    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> velocities = new LinkedHashMap<>();
        slots.forEach((name, slot) -> velocities.put(name, slot.velocity()));
        return velocities;
    }

    @Override
    public void setSteps(int steps) {
        // All steps are alike.
    }
}
