package org.dwastudio.train.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer.Kind;
import org.dwastudio.nn.TensorScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OptimizerTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final float[][] GRADIENTS = {{0.3f, -0.1f, 2, 0}, {-0.5f, 0.2f, 1, 0.4f}, {0.1f, 0.1f, -3, 0.2f}};

    private final NDArray weights = tensors.manager().create(new float[] {1, -2, 0.5f, 3}, new Shape(2, 2));

    @Test
    void adamWStepsAsPyTorchs() {
        // torch.optim.AdamW([w], lr=0.1, weight_decay=0.2), three steps with the gradients above.
        assertThat(after(new AdamW(List.of(weights), tensors.manager(), 0.2)))
                .containsExactly(new float[] {0.885482f, -1.874146f, 0.2914001f, 2.6706264f}, within(1e-6f));
    }

    @Test
    void sgdStepsAsPyTorchs() {
        // torch.optim.SGD([w], lr=0.1, weight_decay=0.2, momentum=0.9)
        assertThat(after(new Sgd(Map.of("w", weights), tensors.manager(), new Sgd.Coefficients(0.9, 0.2, false))))
                .containsExactly(new float[] {0.89468f, -1.80068f, 0.029976f, 2.573936f}, within(1e-6f));
    }

    @Test
    void theNamesOfTheStateOfAStudentAreThoseInItsCheckpoints() {
        EvaluationConfig config = EvaluationConfig.paper();

        assertThat(Optimizer.ofStudent(config, List.of(weights, weights), tensors.manager())
                        .state()
                        .keySet())
                .containsExactly("mean.0", "square.0", "mean.1", "square.1");
        assertThat(Optimizer.ofStudent(
                                config.withOptimizer(optimizer -> optimizer.withKind(Kind.SGD)),
                                List.of(weights, weights),
                                tensors.manager())
                        .state()
                        .keySet())
                .containsExactly("velocity.0", "velocity.1");
    }

    private float[] after(Optimizer optimizer) {
        for (float[] gradient : GRADIENTS) {
            weights.intern(weights.stopGradient());
            weights.setRequiresGradient(true);
            try (GradientCollector collector = tensors.manager().getEngine().newGradientCollector()) {
                collector.backward(weights.mul(tensors.manager().create(gradient, new Shape(2, 2)))
                        .sum());
            }
            optimizer.step(0.1);
        }
        return weights.toFloatArray();
    }
}
