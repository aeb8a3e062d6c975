package org.dwastudio.pipeline.squeeze;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * SGD with momentum and weight decay as PyTorch computes it, for each tensor of weights w with gradient g:
 *
 * <pre>
 * g ← g + weightDecay · w
 * v ← momentum · v + g
 * w ← w − learningRate · v
 * </pre>
 */
final class StochasticGradientDescent {
    private final List<Slot> slots = new ArrayList<>();
    private final double momentum;
    private final double weightDecay;

    /**
     * Starts with velocities of zero.
     *
     * @param parameters the weights, changed in place; each must carry a gradient whenever a step is made
     * @param manager owns the velocities
     */
    StochasticGradientDescent(Collection<NDArray> parameters, NDManager manager, double momentum, double weightDecay) {
        for (NDArray weights : parameters) {
            slots.add(new Slot(weights, manager.zeros(weights.getShape(), weights.getDataType())));
        }
        this.momentum = momentum;
        this.weightDecay = weightDecay;
    }

    /** Makes one step with the gradients that the weights carry now, and leaves those as they are. */
    void step(double learningRate) {
        for (Slot slot : slots) {
            // Detached, the same memory may be changed in place without autograd taking notice.
            try (NDArray weights = slot.weights().stopGradient();
                    NDArray gradient = slot.weights().getGradient();
                    NDArray decay = weights.mul(weightDecay);
                    NDArray decayed = decay.add(gradient)) {
                slot.velocity().muli(momentum).addi(decayed);
                try (NDArray update = slot.velocity().mul(learningRate)) {
                    weights.subi(update);
                }
            }
        }
    }

    private record Slot(NDArray weights, NDArray velocity) {}
}
