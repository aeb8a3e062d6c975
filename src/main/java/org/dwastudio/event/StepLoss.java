package org.dwastudio.event;

/**
 * Loss before one pixel step, on the augmentation of that step.
 *
 * @param crossEntropy mean cross-entropy over the batch, in nats
 * @param batchNormMean Σ m_l ‖μ_l − μ̂_l‖₂, before r_bn
 * @param batchNormVariance Σ m_l r_var ‖σ²_l − σ̂²_l‖₂, before r_bn
 * @param batchNormWeight r_bn in this step
 * @param featureRegression w_r · R; 0 without a feature regression
 */
public record StepLoss(
        double crossEntropy,
        double batchNormMean,
        double batchNormVariance,
        double batchNormWeight,
        double featureRegression) {

    /** Returns this loss with a weighted feature regression added. */
    public StepLoss withFeatureRegression(double weighted) {
        return new StepLoss(crossEntropy, batchNormMean, batchNormVariance, batchNormWeight, weighted);
    }

    /** Returns the batch-norm loss before r_bn. */
    public double batchNorm() {
        return batchNormMean + batchNormVariance;
    }

    /** Returns cross-entropy + r_bn · batch-norm loss + feature regression. */
    public double total() {
        return crossEntropy + batchNormWeight * batchNorm() + featureRegression;
    }
}
