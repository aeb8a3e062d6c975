package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.train.optimizer.Adam.BiasCorrection;

/** Adam with decoupled weight decay (Loshchilov and Hutter 2019) on all weights of a network, as torch.optim.AdamW. */
public final class AdamW implements Optimizer {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Slot> slots;

    private record Slot(NDArray weights, Adam adam) {}

    /**
     * Starts with moments of zero.
     *
     * @param weights updated in place; each must have a gradient at every step
     * @param manager owner of the moments
     */
    public AdamW(Collection<NDArray> weights, NDManager manager, double weightDecay) {
        Adam.Coefficients coefficients =
                new Adam.Coefficients(BETA_1, BETA_2, EPSILON, weightDecay, BiasCorrection.OF_STEP);
        slots = weights.stream()
                .map(tensor -> new Slot(tensor, new Adam(tensor, manager, coefficients)))
                .toList();
    }

    @Override
    public void step(double learningRate) {
        for (Slot slot : slots) {
            // A detached array shares the memory, so autograd does not notice that it is updated in place.
            try (NDArray weights = slot.weights().stopGradient();
                    NDArray gradient = slot.weights().getGradient()) {
                slot.adam().step(weights, gradient, learningRate);
            }
        }
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            state.put("mean." + i, slots.get(i).adam().firstMoment());
            state.put("square." + i, slots.get(i).adam().secondMoment());
        }
        return state;
    }

    @Override
    public void setSteps(int steps) {
        slots.forEach(slot -> slot.adam().setSteps(steps));
    }
}
