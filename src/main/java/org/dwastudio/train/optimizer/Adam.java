package org.dwastudio.train.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Adam with decoupled weight decay for one tensor, for weights w with gradient g at step t:
 *
 * <pre>
 * w ← w − lr · weightDecay · w
 * m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
 * w ← w − lr · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * All coefficients are doubles: a synthesis amplifies the rounding error of β about a million times.
 */
public final class Adam {
    private final Coefficients coefficients;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private int steps;

    /**
     * Coefficients of the update.
     *
     * @param beta1 decay of the first moment, 0 to 1
     * @param beta2 decay of the second moment, 0 to 1
     * @param epsilon added to the root of the second moment
     * @param weightDecay decoupled weight decay
     * @param correction place of the bias correction
     */
    public record Coefficients(
            double beta1, double beta2, double epsilon, double weightDecay, BiasCorrection correction) {}

    /**
     * Place of the bias correction. Both are the same formula, but round differently. Each recipe keeps the one that its
     * published results were computed with.
     */
    public enum BiasCorrection {
        /** Corrects both moments (Kingma and Ba 2015, algorithm 1). */
        OF_MOMENTS,
        /** Corrects the learning rate by the first moment and the root of the second, as torch.optim does. */
        OF_STEP
    }

    /**
     * Starts with moments of zero.
     *
     * @param weights determines shape and data type of the moments
     * @param manager owner of the moments
     */
    public Adam(NDArray weights, NDManager manager, Coefficients coefficients) {
        this.coefficients = coefficients;
        firstMoment = manager.zeros(weights.getShape(), weights.getDataType());
        secondMoment = manager.zeros(weights.getShape(), weights.getDataType());
    }

    /** Returns the running mean of the gradient; every step changes it. */
    public NDArray firstMoment() {
        return firstMoment;
    }

    /** Returns the running mean of the squared gradient; every step changes it. */
    public NDArray secondMoment() {
        return secondMoment;
    }

    /** Sets the number of steps made so far. */
    public void setSteps(int made) {
        steps = made;
    }

    /** Updates the weights in place. */
    public void step(NDArray weights, NDArray gradient, double learningRate) {
        steps++;
        try (NDArray share = gradient.mul(1 - coefficients.beta1());
                NDArray square = gradient.square()) {
            firstMoment.muli(coefficients.beta1()).addi(share);
            secondMoment.muli(coefficients.beta2()).addi(square.muli(1 - coefficients.beta2()));
        }
        if (coefficients.weightDecay() != 0) {
            weights.muli(1 - learningRate * coefficients.weightDecay());
        }
        try (NDArray update = update(learningRate)) {
            weights.subi(update);
        }
    }

    private NDArray update(double learningRate) {
        double firstBias = 1 - Math.pow(coefficients.beta1(), steps);
        double secondBias = 1 - Math.pow(coefficients.beta2(), steps);
        return switch (coefficients.correction()) {
            case OF_MOMENTS -> {
                try (NDArray second = secondMoment.div(secondBias);
                        NDArray root = second.sqrt()) {
                    root.addi(coefficients.epsilon());
                    yield firstMoment.div(firstBias).divi(root).muli(learningRate);
                }
            }
            case OF_STEP -> {
                try (NDArray root = secondMoment.sqrt()) {
                    root.divi(Math.sqrt(secondBias)).addi(coefficients.epsilon());
                    yield firstMoment.div(root).muli(learningRate / firstBias);
                }
            }
        };
    }
}
