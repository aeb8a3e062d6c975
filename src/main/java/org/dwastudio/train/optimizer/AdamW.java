package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) as torch.optim.AdamW computes it, for weights w with
 * gradient g at step t:
 *
 * <pre>
 * w ← w − lr · weightDecay · w
 * m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
 * w ← w − lr/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)
 * </pre>
 */
public final class AdamW implements StudentOptimizer {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Slot> slots;
    private final double weightDecay;
    private int steps;

    private record Slot(NDArray weights, NDArray mean, NDArray square) {}

    public AdamW(Collection<NDArray> weights, NDManager manager, double weightDecay) {
        this.weightDecay = weightDecay;
        slots = weights.stream()
                .map(tensor -> new Slot(
                        tensor,
                        manager.zeros(tensor.getShape(), tensor.getDataType()),
                        manager.zeros(tensor.getShape(), tensor.getDataType())))
                .toList();
    }

    @Override
    public Map<String, NDArray> memory() {
        Map<String, NDArray> memory = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            memory.put("mean." + i, slots.get(i).mean());
            memory.put("square." + i, slots.get(i).square());
        }
        return memory;
    }

    @Override
    public void goOnAfter(int made) {
        steps = made;
    }

    @Override
    public void step(double learningRate) {
        steps++;
        double rate = learningRate / (1 - Math.pow(BETA_1, steps));
        double root = Math.sqrt(1 - Math.pow(BETA_2, steps));
        for (Slot slot : slots) {
            // Detached, the same memory may be changed in place without autograd taking notice.
            try (NDArray weights = slot.weights().stopGradient();
                    NDArray gradient = slot.weights().getGradient();
                    NDArray share = gradient.mul(1 - BETA_1);
                    NDArray squared = gradient.mul(gradient)) {
                slot.mean().muli(BETA_1).addi(share);
                slot.square().muli(BETA_2).addi(squared.muli(1 - BETA_2));
                try (NDArray scale = slot.square().sqrt();
                        NDArray update = slot.mean().div(scale.divi(root).addi(EPSILON))) {
                    weights.muli(1 - learningRate * weightDecay).subi(update.muli(rate));
                }
            }
        }
    }
}
