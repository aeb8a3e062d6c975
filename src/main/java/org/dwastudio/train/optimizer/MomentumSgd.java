package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SGD with momentum and an L2 penalty, as torch.optim.SGD computes it: v ← μ v + g + λ w, w ← w − lr · v. */
final class MomentumSgd implements StudentOptimizer {
    private final List<Slot> slots;
    private final double momentum;
    private final double weightDecay;

    private record Slot(NDArray weights, NDArray velocity) {}

    MomentumSgd(Collection<NDArray> weights, NDManager manager, double momentum, double weightDecay) {
        this.momentum = momentum;
        this.weightDecay = weightDecay;
        slots = weights.stream()
                .map(tensor -> new Slot(tensor, manager.zeros(tensor.getShape(), tensor.getDataType())))
                .toList();
    }

    @Override
    public Map<String, NDArray> memory() {
        Map<String, NDArray> memory = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            memory.put("velocity." + i, slots.get(i).velocity());
        }
        return memory;
    }

    @Override
    public void goOnAfter(int steps) {
        // Its steps are all alike.
    }

    @Override
    public void step(double learningRate) {
        for (Slot slot : slots) {
            try (NDArray weights = slot.weights().stopGradient();
                    NDArray gradient = slot.weights().getGradient();
                    NDArray decayed = weights.mul(weightDecay)) {
                slot.velocity().muli(momentum).addi(decayed.addi(gradient));
                try (NDArray update = slot.velocity().mul(learningRate)) {
                    weights.subi(update);
                }
            }
        }
    }
}
