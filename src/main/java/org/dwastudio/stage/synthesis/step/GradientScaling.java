package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;

/**
 * Scaling of the gradients of a batch in half precision; skips steps without a finite gradient. Does nothing in other
 * precisions.
 */
public final class GradientScaling {
    private Optional<LossScale> scale;
    private int skippedSteps;

    private GradientScaling(Optional<LossScale> scale) {
        this.scale = scale;
    }

    /** Returns the scaling with which a batch begins. */
    public static GradientScaling of(Precision precision) {
        return of(precision == Precision.HALF ? Optional.of(LossScale.start()) : Optional.empty());
    }

    /** Returns a scaling with the given scale; empty leaves gradients unscaled. */
    public static GradientScaling of(Optional<LossScale> scale) {
        return new GradientScaling(scale);
    }

    /** Restores the state of an interrupted batch. */
    public void restore(SynthesisProgress.OfBatch saved) {
        scale = scale.map(fresh -> new LossScale(saved.lossScale(), saved.goodSteps()));
        skippedSteps = saved.skippedSteps();
    }

    /** Returns the factor by which the loss is multiplied before the backward pass. */
    public double factor() {
        return scale.map(LossScale::factor).orElse(1.0);
    }

    /** Returns the current scale; empty if gradients are not scaled. */
    public Optional<LossScale> scale() {
        return scale;
    }

    /** Returns the number of skipped steps. */
    public int skippedSteps() {
        return skippedSteps;
    }

    /**
     * Returns the gradient without its factor and updates the factor for the next step.
     *
     * @param scaled float32; not modified
     * @return empty if it is not finite, in which case this step must be skipped
     */
    public Optional<NDArray> unscaled(NDArray scaled) {
        if (scale.isEmpty()) {
            return Optional.of(scaled);
        }
        LossScale now = scale.get();
        if (isFinite(scaled)) {
            scale = Optional.of(now.afterGoodStep());
            return Optional.of(scaled.mul(1 / now.factor()));
        }
        scale = Optional.of(now.afterOverflow());
        skippedSteps++;
        return Optional.empty();
    }

    private static boolean isFinite(NDArray gradient) {
        try (NDArray sizes = gradient.abs();
                NDArray largest = sizes.max()) {
            return Float.isFinite(largest.getFloat());
        }
    }
}
