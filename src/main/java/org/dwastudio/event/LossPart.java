package org.dwastudio.event;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Curve of a loss chart. Every part is weighted as in the total, so that the others add up to {@link #TOTAL}; a distribution
 * matching has a total only.
 */
public enum LossPart {
    TOTAL(StepLoss::total),
    CROSS_ENTROPY(StepLoss::crossEntropy),
    /** r_bn · Σ m_l ‖μ_l − μ̂_l‖₂. */
    BATCH_NORM_MEAN(loss -> loss.batchNormWeight() * loss.batchNormMean()),
    /** r_bn · Σ m_l r_var ‖σ²_l − σ̂²_l‖₂. */
    BATCH_NORM_VARIANCE(loss -> loss.batchNormWeight() * loss.batchNormVariance()),
    /** w_r · R; measured only by an experiment with a feature regression. */
    FEATURE_REGRESSION(StepLoss::featureRegression),
    /** Weighted repulsion; measured only by a column that is repelled by finished ones. */
    FEATURE_REPULSION(StepLoss::featureRepulsion);

    private final ToDoubleFunction<StepLoss> value;

    LossPart(ToDoubleFunction<StepLoss> value) {
        this.value = value;
    }

    /** Returns the value of this part in a step. */
    public double of(StepLoss loss) {
        return value.applyAsDouble(loss);
    }

    /** Returns true if only some experiments measure this part. */
    public boolean isOptional() {
        return this == FEATURE_REGRESSION || this == FEATURE_REPULSION;
    }

    /** Returns whether a step measured this part. */
    public boolean isIn(StepLoss loss) {
        if (loss.distributionMatching().isPresent()) {
            return this == TOTAL;
        }
        return !isOptional() || of(loss) != 0;
    }

    /** Returns the name in message bundles and style classes, such as {@code cross_entropy}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
