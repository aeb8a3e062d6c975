package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.nn.Network;

/**
 * Vector with a number for every trainable weight of a network, for example a gradient or a displacement.
 *
 * @param tensors tensors by the names of the weights, in module order
 */
record WeightVector(Map<String, NDArray> tensors) {
    private static final double SMALLEST_NORM = 1e-12;

    /** Returns the difference between the weights of two networks; it belongs to the given manager. */
    static WeightVector between(Network from, Network to, NDManager manager) {
        Map<String, NDArray> there = to.parameters();
        Map<String, NDArray> gaps = new LinkedHashMap<>();
        from.parameters().forEach((name, weight) -> {
            NDArray gap = Objects.requireNonNull(there.get(name)).sub(weight);
            gap.attach(manager);
            gaps.put(name, gap);
        });
        return new WeightVector(gaps);
    }

    /** Returns ‖·‖₂ over all tensors. */
    double norm() {
        double squares = 0;
        for (NDArray tensor : tensors.values()) {
            try (NDArray exact = tensor.toType(DataType.FLOAT64, true);
                    NDArray square = exact.square();
                    NDArray sum = square.sum()) {
                squares += sum.getDouble();
            }
        }
        return Math.sqrt(squares);
    }

    /** Applies θ ← θ + length · v / (‖v‖₂ + 1e-12) to the weights of a network. */
    void move(Network network, double length) {
        double scale = length / (norm() + SMALLEST_NORM);
        Map<String, NDArray> weights = network.parameters();
        tensors.forEach((name, along) -> {
            try (NDArray step = along.mul(scale);
                    NDArray weight = Objects.requireNonNull(weights.get(name)).stopGradient();
                    NDArray moved = weight.add(step)) {
                network.assign(Map.of(name, moved));
            }
        });
    }
}
