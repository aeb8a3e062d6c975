package org.dwastudio.train.schedule;

/** Linear rise of a learning rate at the start of a training. */
public enum WarmUp {
    /** Rises from a hundredth of the rate at t = 0 to the whole rate at t = T, as PyTorch's LinearLR. */
    FROM_A_HUNDREDTH {
        @Override
        double rate(double learningRate, int t, int length) {
            return learningRate * (FIRST_SHARE + (1 - FIRST_SHARE) * t / length);
        }
    },
    /** Rises from zero before the first step to the whole rate at the last step of the warm-up. */
    FROM_ZERO {
        @Override
        double rate(double learningRate, int t, int length) {
            return learningRate * (t + 1) / length;
        }
    };

    private static final double FIRST_SHARE = 0.01;

    /**
     * Returns the rate during the warm-up.
     *
     * @param t time, from 0 to length − 1
     * @param length T, length of the warm-up
     */
    abstract double rate(double learningRate, int t, int length);
}
