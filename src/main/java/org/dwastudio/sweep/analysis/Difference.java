package org.dwastudio.sweep.analysis;

import java.util.OptionalDouble;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.sweep.Trial;

/**
 * Difference between the best trial and another one over their common seeds.
 *
 * @param other the other trial
 * @param points score of the best trial minus that of the other one, with its 95 % interval
 * @param probability p-value of a two-sided paired t-test, corrected by Holm for all trials; empty for fewer than two
 *     common seeds
 */
public record Difference(Trial other, MeanInterval points, OptionalDouble probability) {
    private static final double LEVEL = 0.05;

    /** Returns true if there are enough common seeds to test the difference. */
    public boolean isTested() {
        return probability.isPresent();
    }

    /** Returns true if the seeds confirm the difference. */
    public boolean isReal() {
        return probability.isPresent() && probability.getAsDouble() < LEVEL;
    }
}
