package org.dwastudio.pipeline.synthesis;

/**
 * The loss before one pixel step, on that step's view.
 *
 * @param crossEntropy mean over the batch, in nats
 * @param batchNormMean Σ m_l ‖μ_l − μ̂_l‖₂
 * @param batchNormVariance Σ m_l r_var ‖σ²_l − σ̂²_l‖₂
 * @param total crossEntropy + r_bn · (batchNormMean + batchNormVariance)
 */
public record StepLoss(double crossEntropy, double batchNormMean, double batchNormVariance, double total) {

    /** The batch-norm loss before r_bn. */
    public double batchNorm() {
        return batchNormMean + batchNormVariance;
    }
}
