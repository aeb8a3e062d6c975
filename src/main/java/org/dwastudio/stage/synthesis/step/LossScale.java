package org.dwastudio.stage.synthesis.step;

/**
 * Loss scale that keeps half-precision gradients within the representable range. Follows PyTorch's {@code GradScaler}
 * (Micikevicius et al. 2018, section 3.2): halved when a gradient is not finite, doubled after many finite ones.
 *
 * @param factor a power of two by which the loss is multiplied before the backward pass
 * @param goodSteps steps with a finite gradient since the factor changed, below {@link #STEPS_BEFORE_DOUBLING}
 */
public record LossScale(double factor, int goodSteps) {
    static final int STEPS_BEFORE_DOUBLING = 2000;

    private static final double START = 65_536;

    /** Returns the scale of the first step. */
    public static LossScale start() {
        return new LossScale(START, 0);
    }

    /** Returns the scale after a step with a finite gradient. */
    LossScale afterGoodStep() {
        return goodSteps + 1 < STEPS_BEFORE_DOUBLING
                ? new LossScale(factor, goodSteps + 1)
                : new LossScale(factor * 2, 0);
    }

    /** Returns the scale after a step whose gradient was not finite. */
    LossScale afterOverflow() {
        return new LossScale(factor / 2, 0);
    }

    /**
     * Returns whether the factor is below 1. Scaling would then shrink gradients, so it does not cause the overflow.
     */
    public boolean isExhausted() {
        return factor < 1;
    }
}
