package org.dwastudio.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Quantity measured by a {@link RunEvent.MetricPoint}. */
public enum Metric {
    /**
     * CE + r_bn · batch-norm loss + w_r · feature regression + weighted repulsion, of one augmentation; or distribution
     * matching.
     */
    TOTAL_LOSS("total_loss"),
    /** Mean cross-entropy of the adjusted teacher on one augmentation, in nats. */
    CROSS_ENTROPY("cross_entropy"),
    /** Σ m_l ‖μ_l − μ̂_l‖₂, before r_bn. */
    BATCH_NORM_MEAN("batch_norm_mean"),
    /** Σ m_l r_var ‖σ²_l − σ̂²_l‖₂, before r_bn. */
    BATCH_NORM_VARIANCE("batch_norm_variance"),
    /** w_r · R, as included in the total; reported before the total, and only if w_r is not 0. */
    FEATURE_REGRESSION("feature_regression"),
    /** Weighted repulsion, as included in the total; reported before the total, and only if there is one. */
    FEATURE_REPULSION("feature_repulsion"),
    /** Σ_class ‖mean φ(real) − mean φ(synthetic)‖², reported before the total, and only by a distribution matching. */
    DISTRIBUTION_MATCHING("distribution_matching"),
    /** Learning rate of Adam at this step; of SGD in a distribution matching. */
    LEARNING_RATE("learning_rate"),
    /** Factor that half-precision gradients are multiplied by from this step on; reported when it changes. */
    LOSS_SCALE("loss_scale"),
    /**
     * Steps of the batch skipped so far, including this one, because a gradient was not finite; reported at each skip.
     */
    SKIPPED_STEPS("skipped_steps"),
    /** Cross-entropy of the unadjusted teacher on the first augmentation of a column, in nats. */
    TEACHER_CROSS_ENTROPY_BEFORE("teacher_cross_entropy_before"),
    /** Cross-entropy of the adjusted teacher on the same augmentation, in nats. */
    TEACHER_CROSS_ENTROPY_AFTER("teacher_cross_entropy_after"),
    /** ‖θ̃ − θ‖₂ over all trainable weights. */
    DISPLACEMENT("displacement"),
    /** ρ that was found for a batch; reported only if the adjustment has a cross-entropy factor. */
    RHO("rho"),
    /**
     * Mean off-diagonal cosine of penultimate features within a class, over the columns that have begun; −1 to 1,
     * lower is more diverse.
     */
    WITHIN_CLASS_COSINE("within_class_cosine"),
    /** Vendi score of each class, averaged over classes, over the columns that have begun; 1 to their number. */
    VENDI_SCORE("vendi_score"),
    /** Effective rank of the penultimate features of each class, averaged over classes, over the columns that have begun. */
    EFFECTIVE_RANK("effective_rank"),
    /** {@link #WITHIN_CLASS_COSINE} of random real images at equal images per class. */
    REAL_WITHIN_CLASS_COSINE("real_within_class_cosine"),
    /** {@link #VENDI_SCORE} of random real images at equal images per class. */
    REAL_VENDI_SCORE("real_vendi_score"),
    /** {@link #EFFECTIVE_RANK} of random real images at equal images per class. */
    REAL_EFFECTIVE_RANK("real_effective_rank"),
    /** Mean training loss of an epoch of the squeeze, in nats. */
    TRAINING_LOSS("training_loss"),
    /** Top-1 accuracy on the training images as presented in an epoch, 0 to 1. */
    TRAINING_ACCURACY("training_accuracy"),
    /** Top-1 accuracy on the test split, 0 to 1. */
    TEST_ACCURACY("test_accuracy");

    /** Measurements of the whole image grid and of as many random real images. */
    public static final Set<Metric> OF_THE_GRID = Collections.unmodifiableSet(EnumSet.of(
            WITHIN_CLASS_COSINE,
            VENDI_SCORE,
            EFFECTIVE_RANK,
            REAL_WITHIN_CLASS_COSINE,
            REAL_VENDI_SCORE,
            REAL_EFFECTIVE_RANK));

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    /** Returns the name in {@code metrics.csv}. */
    public String key() {
        return key;
    }
}
