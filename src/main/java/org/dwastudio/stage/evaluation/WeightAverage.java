package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.Network;

/**
 * Exponential moving average of a student's tensors, including running statistics: a ← d · a + (1 − d) · w. At step t, d
 * is at most (1 + t)/(10 + t), so that the start weights lose their influence early.
 */
final class WeightAverage {
    private static final double HEAD_START = 10;

    private final List<NDArray> averages;
    private final List<NDArray> weights;
    private final double decay;
    private int steps;

    /**
     * Starts at the weights of the student.
     *
     * @param average copy of the student that becomes the average
     * @param student student whose weights change
     */
    WeightAverage(Network average, Network student, double decay) {
        this.averages = List.copyOf(average.state().values());
        Map<String, NDArray> state = student.state();
        this.weights = List.copyOf(state.values());
        this.decay = decay;
    }

    /** Sets the number of steps made so far; the caller restores the averages. */
    void setSteps(int made) {
        steps = made;
    }

    /** Adds the current weights. */
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
