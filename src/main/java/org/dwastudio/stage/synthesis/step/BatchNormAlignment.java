package org.dwastudio.stage.synthesis.step;

import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.StepLoss;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.gradient.PixelLoss;

/**
 * Batch-norm term of the loss, Σ_l m_l · (r_var · ‖σ²_l − σ̂²_l‖₂ + ‖μ_l − μ̂_l‖₂), weighted by r_bn and added to the
 * cross-entropy (equation 4 of the paper; the norms are not squared).
 *
 * @param batchNormWeight r_bn
 * @param varianceWeight r_var
 * @param firstLayerMultiplier m_l of the first layer in module order; it is 1 for the others
 */
public record BatchNormAlignment(double batchNormWeight, double varianceWeight, double firstLayerMultiplier) {

    public static BatchNormAlignment of(SynthesisConfig config) {
        return new BatchNormAlignment(
                config.alignment().batchNormWeight(),
                config.alignment().varianceWeight(),
                config.alignment().firstLayerMultiplier());
    }

    /** Returns the weights of every layer's gaps in the total loss. */
    public List<LayerWeight> weights(int layers) {
        List<LayerWeight> weights = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            double weight = batchNormWeight * multiplier(layer);
            weights.add(new LayerWeight(weight, weight * varianceWeight));
        }
        return weights;
    }

    /** Returns the loss and its parts from the gaps that a step measured. */
    public StepLoss loss(PixelLoss measured) {
        double mean = 0;
        double variance = 0;
        for (int layer = 0; layer < measured.meanGaps().length; layer++) {
            mean += multiplier(layer) * measured.meanGaps()[layer];
            variance += multiplier(layer) * varianceWeight * measured.varianceGaps()[layer];
        }
        return new StepLoss(measured.crossEntropy(), mean, variance, batchNormWeight, 0);
    }

    private double multiplier(int layer) {
        return layer == 0 ? firstLayerMultiplier : 1;
    }
}
