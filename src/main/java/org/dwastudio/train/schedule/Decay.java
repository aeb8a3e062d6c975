package org.dwastudio.train.schedule;

/**
 * Decay of a learning rate after the warm-up. {@link #COSINE} and {@link #STUDENT_COSINE} are the same function, but
 * round the angle differently in its last bit. Each recipe keeps the one that its results were computed with.
 */
public enum Decay {
    /** ½(1 + cos(πt/T)): decays along half a cosine to zero, as PyTorch's CosineAnnealingLR. */
    COSINE {
        @Override
        double factor(int t, int length) {
            return 0.5 * (1 + Math.cos(Math.PI * t / length));
        }
    },
    /** ½(1 + cos(π·(t/T))), for students. */
    STUDENT_COSINE {
        @Override
        double factor(int t, int length) {
            return (1 + Math.cos(Math.PI * passed(t, length))) / 2;
        }
    },
    /** ½(1 + cos(π·(t/T)/2)): decays along the first half of that to half the rate (EDC, NeurIPS 2024). */
    STUDENT_HALF_COSINE {
        @Override
        double factor(int t, int length) {
            return (1 + Math.cos(Math.PI * passed(t, length) / 2)) / 2;
        }
    },
    /** A tenth after every third of the time, as PyTorch's StepLR in torchvision's reference training. */
    THIRDS {
        @Override
        double factor(int t, int length) {
            return Math.pow(0.1, Math.floor(3.0 * t / length));
        }
    },
    CONSTANT {
        @Override
        double factor(int t, int length) {
            return 1;
        }
    };

    /**
     * Returns the factor of the rate.
     *
     * @param t time since the end of the warm-up, from 0 to length
     * @param length T, length of the training after the warm-up
     */
    abstract double factor(int t, int length);

    private static double passed(int t, int length) {
        return (double) t / length;
    }
}
