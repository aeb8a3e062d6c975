package org.dwastudio.stage.synthesis.step;

/**
 * The factor that keeps the gradients of half precision among its numbers, by the rule of PyTorch's {@code GradScaler}
 * (Micikevicius et al. 2018, section 3.2): halved when a gradient is not finite, doubled after many that were.
 *
 * @param factor a power of two, by which the loss is multiplied before its way back
 * @param goodSteps steps with a finite gradient since the factor changed, below {@link #STEPS_BEFORE_DOUBLING}
 */
public record LossScale(double factor, int goodSteps) {
    static final int STEPS_BEFORE_DOUBLING = 2000;

    private static final double START = 65_536;

    /** The scale of a first step. */
    public static LossScale start() {
        return new LossScale(START, 0);
    }

    /** After a step whose gradient was finite. */
    LossScale afterGoodStep() {
        return goodSteps + 1 < STEPS_BEFORE_DOUBLING
                ? new LossScale(factor, goodSteps + 1)
                : new LossScale(factor * 2, 0);
    }

    /** After a step whose gradient was not. */
    LossScale afterOverflow() {
        return new LossScale(factor / 2, 0);
    }

    /** Whether it would make gradients smaller than they are: then it is not their size that is wrong. */
    public boolean isExhausted() {
        return factor < 1;
    }
}
