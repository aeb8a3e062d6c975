package org.dwastudio.pipeline.squeeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.dwastudio.network.TorchEngine;
import org.junit.jupiter.api.Test;

class StochasticGradientDescentTest {

    /** The expected numbers follow torch.optim.SGD's documentation, step by step on w²/2 + 3w. */
    @Test
    void stepsFollowPyTorchsMomentumAndWeightDecay() {
        try (NDManager manager = TorchEngine.load().newManager()) {
            NDArray weights = manager.create(new double[] {1, -2});
            StochasticGradientDescent optimizer = new StochasticGradientDescent(List.of(weights), manager, 0.9, 0.01);
            double[] expected = {1, -2};
            double[] velocity = {0, 0};

            for (int step = 0; step < 3; step++) {
                double rate = 0.1 / (step + 1);
                weights.intern(weights.stopGradient());
                weights.setRequiresGradient(true);
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    collector.backward(
                            weights.square().div(2).add(weights.mul(3)).sum());
                }
                optimizer.step(rate);
                for (int i = 0; i < 2; i++) {
                    velocity[i] = 0.9 * velocity[i] + expected[i] + 3 + 0.01 * expected[i];
                    expected[i] -= rate * velocity[i];
                }
            }

            assertThat(weights.toDoubleArray()).containsExactly(expected, within(1e-15));
        }
    }
}
