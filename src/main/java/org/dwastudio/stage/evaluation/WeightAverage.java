package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.Network;

/**
 * The exponential moving average of a student's tensors, running statistics included: a ← d · a + (1 − d) · w. It begins at
 * the start weights with a smaller d, (1 + t)/(10 + t), so that these are soon forgotten.
 */
final class WeightAverage {
    private static final double HEAD_START = 10;

    private final List<NDArray> averages;
    private final List<NDArray> weights;
    private final double decay;
    private int steps;

    /**
     * @param average a copy of the student that becomes the average
     * @param student whose weights change
     */
    WeightAverage(Network average, Network student, double decay) {
        this.averages = List.copyOf(average.state().values());
        Map<String, NDArray> state = student.state();
        this.weights = List.copyOf(state.values());
        this.decay = decay;
    }

    /** Goes on after so many steps; the averages are put back by the caller. */
    void goOnAfter(int made) {
        steps = made;
    }

    void take() {
        steps++;
        double kept = Math.min(decay, (1 + steps) / (HEAD_START + steps));
        for (int i = 0; i < averages.size(); i++) {
            try (NDArray now = weights.get(i).stopGradient();
                    NDArray share = now.mul(1 - kept)) {
                averages.get(i).muli(kept).addi(share);
            }
        }
    }
}
