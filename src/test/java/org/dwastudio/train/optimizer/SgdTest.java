package org.dwastudio.train.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.Map;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SgdTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final SqueezeConfig CONFIG = SqueezeConfig.paper()
            .withOptimizer(optimizer -> optimizer.withMomentum(0.9).withWeightDecay(0.01));
    /** Weights after each of four torch.optim.SGD steps from (1, −2) on w²/2 + 3w; rates 0.1, 0.1/2, 0.1/3, 0.1/4. */
    private static final double[][] PLAIN = {
        {0.599, -2.098},
        {0.23830049999999992, -2.1861509999999997},
        {-0.0861419835000001, -2.2654411829999996},
        {-0.3779655747791251, -2.33675966665425}
    };
    /** Weights after each of these four steps with nesterov=True. */
    private static final double[][] NESTEROV = {
        {0.23809999999999998, -2.1862},
        {-0.23215069500000016, -2.30112411},
        {-0.5922367758765001, -2.389125197097},
        {-0.8871579456893376, -2.4612006949564966}
    };

    @Test
    void stepsFollowPyTorchsMomentumAndWeightDecay() {
        assertStepsAre(PLAIN, CONFIG);
    }

    @Test
    void stepsFollowPyTorchsNesterovMomentum() {
        assertStepsAre(NESTEROV, CONFIG.withOptimizer(optimizer -> optimizer.withNesterov(true)));
    }

    @Test
    void itResumesFromStoredVelocities() {
        NDArray weights = tensors.manager().create(new double[] {1, -2});
        Optimizer first = Optimizer.ofTeacher(CONFIG, Map.of("w", weights), tensors.manager());
        step(first, weights, 0);
        step(first, weights, 1);
        Map<String, StoredTensor> velocities = first.copyOfState();
        Optimizer second = Optimizer.ofTeacher(CONFIG, Map.of("w", weights), tensors.manager());
        second.resume(velocities, 2);

        step(second, weights, 2);
        step(second, weights, 3);

        assertThat(weights.toDoubleArray()).containsExactly(PLAIN[3], within(1e-15));
    }

    private void assertStepsAre(double[][] expected, SqueezeConfig config) {
        NDArray weights = tensors.manager().create(new double[] {1, -2});
        Optimizer optimizer = Optimizer.ofTeacher(config, Map.of("w", weights), tensors.manager());
        for (int step = 0; step < expected.length; step++) {
            step(optimizer, weights, step);
            assertThat(weights.toDoubleArray()).as("step " + step).containsExactly(expected[step], within(1e-15));
        }
    }

    private void step(Optimizer optimizer, NDArray weights, int step) {
        weights.intern(weights.stopGradient());
        weights.setRequiresGradient(true);
        try (GradientCollector collector = tensors.manager().getEngine().newGradientCollector()) {
            collector.backward(weights.square().div(2).add(weights.mul(3)).sum());
        }
        optimizer.step(0.1 / (step + 1));
    }
}
