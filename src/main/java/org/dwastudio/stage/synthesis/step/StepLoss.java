package org.dwastudio.stage.synthesis.step;

/**
 * The loss before one pixel step, on that step's view.
 *
 * @param crossEntropy mean over the batch, in nats
 * @param batchNormMean Σ m_l ‖μ_l − μ̂_l‖₂
 * @param batchNormVariance Σ m_l r_var ‖σ²_l − σ̂²_l‖₂
 * @param featureRegression w_r · R; 0 where there is none
 * @param total crossEntropy + r_bn · (batchNormMean + batchNormVariance) + featureRegression
 */
public record StepLoss(
        double crossEntropy, double batchNormMean, double batchNormVariance, double featureRegression, double total) {

    /** The same with a feature regression beside it. */
    public StepLoss withFeatureRegression(double weighted) {
        return new StepLoss(crossEntropy, batchNormMean, batchNormVariance, weighted, total + weighted);
    }

    /** The batch-norm loss before r_bn. */
    public double batchNorm() {
        return batchNormMean + batchNormVariance;
    }
}
