package org.dwastudio.stage.synthesis.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.torch.Autograd;
import org.dwastudio.stage.synthesis.diversity.FinishedFeatures;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/**
 * Repulsion of the images of a batch from those of finished columns of the same classes,
 *
 * <pre>
 * P = 1/N Σ_i 1/M Σ_c cos²(φ(x_i), φ(x_ic))
 * </pre>
 *
 * with the penultimate features φ of the unadjusted teacher, the N augmented images x_i and the final images x_ic of M
 * finished columns. P is 0 if all features are orthogonal and 1 if they have the same direction.
 */
public final class FeatureRepulsion implements AutoCloseable {
    private static final double LENGTH_EXPONENT = 2;
    private static final int FEATURE_AXIS = 1;

    private final Network teacher;
    private final NDManager manager;
    /** Features of length 1, [M, N, F]. */
    private final NDArray finished;

    /**
     * Value of P before a step.
     *
     * @param value P
     * @param gradient gradient of P with respect to the images, [N, C, H, W]
     */
    public record Measured(double value, NDArray gradient) {}

    /**
     * Creates a repulsion.
     *
     * @param teacher the unadjusted teacher; it must outlive this object
     * @param features of the finished columns, [M, N, F], M above 0
     * @param parent manager below which a separate manager is opened
     */
    public FeatureRepulsion(Network teacher, NDArray features, NDManager parent) {
        this.teacher = teacher;
        manager = parent.newSubManager();
        finished = features.normalize(LENGTH_EXPONENT, FEATURE_AXIS + 1);
        finished.attach(manager);
    }

    /** Returns the repulsion for a batch that begins; empty if it has no weight or there is no finished column. */
    public static Optional<FeatureRepulsion> where(
            ClassBatch batch, Network teacher, SynthesisConfig config, FinishedFeatures finished, NDManager parent) {
        if (!config.repulsion().isOn()) {
            return Optional.empty();
        }
        try (NDManager scope = parent.newSubManager()) {
            return finished.before(batch, scope).map(features -> new FeatureRepulsion(teacher, features, parent));
        }
    }

    /**
     * Measures P.
     *
     * @param seen augmented images, [N, C, H, W], normalized; not modified
     * @return P and its gradient, which belongs to the manager of {@code seen}
     */
    public Measured measure(NDArray seen) {
        NDManager target = seen.getManager();
        try (NDManager scope = target.newSubManager()) {
            NDArray images = seen.duplicate();
            images.attach(scope);
            images.setRequiresGradient(true);
            double value;
            try (Autograd autograd = Autograd.begin()) {
                NDArray unit = teacher.features(images).normalize(LENGTH_EXPONENT, FEATURE_AXIS);
                NDArray cosines = unit.mul(finished).sum(new int[] {FEATURE_AXIS + 1});
                NDArray mean = cosines.mul(cosines).mean();
                autograd.backward(mean);
                value = mean.toType(DataType.FLOAT64, true).getDouble();
            }
            NDArray gradient = images.getGradient();
            gradient.attach(target);
            return new Measured(value, gradient);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
