package org.dwastudio.stage.inspection;

import java.util.Comparator;

/**
 * Metrics of the distilled images of one class, next to random real images of the same number.
 *
 * @param label class, from 0
 * @param className its name
 * @param images number of distilled images
 * @param distilled metrics of the distilled images
 * @param real mean metrics of random real images; of all where the class has fewer than distilled images
 * @param references number of further real images that density and coverage refer to
 */
public record ClassMetrics(
        int label, String className, int images, SetMetrics distilled, SetMetrics real, int references) {
    /** Least diverse compared with real images first, then by coverage, then in label order. */
    static final Comparator<ClassMetrics> WORST_FIRST = Comparator.comparingDouble(ClassMetrics::relativeVendi)
            .thenComparingDouble(metrics -> metrics.distilled().coverage().orElse(0)
                    - metrics.real().coverage().orElse(0))
            .thenComparingInt(ClassMetrics::label);

    /** Returns the Vendi score divided by that of random real images; below 1 is less diverse than these. */
    public double relativeVendi() {
        return distilled.vendiScore() / real.vendiScore();
    }
}
