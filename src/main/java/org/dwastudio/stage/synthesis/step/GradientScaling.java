package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;

/** Scales the gradients of a batch in half precision, and leaves out the steps that have none; else does nothing. */
public final class GradientScaling {
    private Optional<LossScale> scale;
    private int skippedSteps;

    private GradientScaling(Optional<LossScale> scale) {
        this.scale = scale;
    }

    /** As a batch begins. */
    public static GradientScaling of(Precision precision) {
        return of(precision == Precision.HALF ? Optional.of(LossScale.start()) : Optional.empty());
    }

    /** From another scale; empty leaves gradients as they are. */
    public static GradientScaling of(Optional<LossScale> scale) {
        return new GradientScaling(scale);
    }

    /** Goes on from where a batch was interrupted. */
    public void restore(SynthesisProgress.OfBatch saved) {
        scale = scale.map(fresh -> new LossScale(saved.lossScale(), saved.goodSteps()));
        skippedSteps = saved.skippedSteps();
    }

    /** What the loss is multiplied by before its way back. */
    public double factor() {
        return scale.map(LossScale::factor).orElse(1.0);
    }

    /** Empty where gradients are not scaled. */
    public Optional<LossScale> scale() {
        return scale;
    }

    /** Steps that were left out. */
    public int skippedSteps() {
        return skippedSteps;
    }

    /**
     * The gradient without its factor; the next one may come with another factor.
     *
     * @param scaled float32; stays as it is
     * @return empty when it is not finite, so that this step is to be left out
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
