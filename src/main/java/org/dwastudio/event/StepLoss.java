package org.dwastudio.event;

import java.util.OptionalDouble;

/**
 * Loss before one pixel step, on the augmentation of that step.
 *
 * @param crossEntropy mean cross-entropy over the batch, in nats
 * @param batchNormMean Σ m_l ‖μ_l − μ̂_l‖₂, before r_bn
 * @param batchNormVariance Σ m_l r_var ‖σ²_l − σ̂²_l‖₂, before r_bn
 * @param batchNormWeight r_bn in this step
 * @param featureRegression w_r · R; 0 without a feature regression
 * @param featureRepulsion weight times mean squared cosine to the finished columns; 0 without a repulsion
 * @param distributionMatching loss of a distribution matching, which has no other part; empty with the published method
 */
public record StepLoss(
        double crossEntropy,
        double batchNormMean,
        double batchNormVariance,
        double batchNormWeight,
        double featureRegression,
        double featureRepulsion,
        OptionalDouble distributionMatching) {

    /** Creates a loss of the published method without repulsion. */
    public StepLoss(
            double crossEntropy,
            double batchNormMean,
            double batchNormVariance,
            double batchNormWeight,
            double featureRegression) {
        this(
                crossEntropy,
                batchNormMean,
                batchNormVariance,
                batchNormWeight,
                featureRegression,
                0,
                OptionalDouble.empty());
    }

    /** Returns the loss of a distribution matching. */
    public static StepLoss ofMatching(double value) {
        return new StepLoss(0, 0, 0, 0, 0, 0, OptionalDouble.of(value));
    }

    /** Returns this loss with a weighted feature regression added. */
    public StepLoss withFeatureRegression(double weighted) {
        return new StepLoss(
                crossEntropy,
                batchNormMean,
                batchNormVariance,
                batchNormWeight,
                weighted,
                featureRepulsion,
                distributionMatching);
    }

    /** Returns this loss with a weighted repulsion added. */
    public StepLoss withFeatureRepulsion(double weighted) {
        return new StepLoss(
                crossEntropy,
                batchNormMean,
                batchNormVariance,
                batchNormWeight,
                featureRegression,
                weighted,
                distributionMatching);
    }

    /** Returns the batch-norm loss before r_bn. */
    public double batchNorm() {
        return batchNormMean + batchNormVariance;
    }

    /**
     * Returns cross-entropy + r_bn · batch-norm loss + feature regression + repulsion, or the loss of a distribution
     * matching.
     */
    public double total() {
        return distributionMatching.orElse(
                crossEntropy + batchNormWeight * batchNorm() + featureRegression + featureRepulsion);
    }
}
