package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.weights.StoredTensor;

/**
 * SGD with momentum and weight decay as PyTorch computes it, for each tensor of weights w with gradient g:
 *
 * <pre>
 * g ← g + weightDecay · w
 * v ← momentum · v + g
 * w ← w − learningRate · v                      or, with Nesterov's momentum,
 * w ← w − learningRate · (g + momentum · v)
 * </pre>
 */
public final class StochasticGradientDescent {
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final double momentum;
    private final double weightDecay;
    private final boolean nesterov;

    private StochasticGradientDescent(SqueezeConfig config) {
        this.momentum = config.optimizer().momentum();
        this.weightDecay = config.optimizer().weightDecay();
        this.nesterov = config.optimizer().nesterov();
    }

    /**
     * Starts with velocities of zero.
     *
     * @param parameters the weights by name, changed in place; each must carry a gradient whenever a step is made
     * @param manager owns the velocities
     */
    public static StochasticGradientDescent fresh(
            Map<String, NDArray> parameters, NDManager manager, SqueezeConfig config) {
        StochasticGradientDescent optimizer = new StochasticGradientDescent(config);
        parameters.forEach((name, weights) ->
                optimizer.slots.put(name, new Slot(weights, manager.zeros(weights.getShape(), weights.getDataType()))));
        return optimizer;
    }

    /** Like {@link #fresh}, with the velocities of an earlier one. */
    public static StochasticGradientDescent from(
            Map<String, StoredTensor> velocities,
            Map<String, NDArray> parameters,
            NDManager manager,
            SqueezeConfig config) {
        StochasticGradientDescent optimizer = new StochasticGradientDescent(config);
        parameters.forEach((name, weights) -> optimizer.slots.put(
                name,
                new Slot(weights, Objects.requireNonNull(velocities.get(name)).toNDArray(manager))));
        return optimizer;
    }

    /** Makes one step with the gradients that the weights carry now, and leaves those as they are. */
    public void step(double learningRate) {
        for (Slot slot : slots.values()) {
            // Detached, the same memory may be changed in place without autograd taking notice.
            try (NDArray weights = slot.weights().stopGradient();
                    NDArray gradient = slot.weights().getGradient();
                    NDArray decay = weights.mul(weightDecay);
                    NDArray decayed = decay.add(gradient)) {
                slot.velocity().muli(momentum).addi(decayed);
                try (NDArray update = update(slot.velocity(), decayed, learningRate)) {
                    weights.subi(update);
                }
            }
        }
    }

    private NDArray update(NDArray velocity, NDArray decayed, double learningRate) {
        return nesterov ? velocity.mul(momentum).addi(decayed).muli(learningRate) : velocity.mul(learningRate);
    }

    /** Copies of the velocities, by the names of their weights. */
    public Map<String, StoredTensor> velocities() {
        Map<String, StoredTensor> copies = new LinkedHashMap<>();
        slots.forEach((name, slot) -> copies.put(name, StoredTensor.of(slot.velocity())));
        return copies;
    }

    private record Slot(NDArray weights, NDArray velocity) {}
}
