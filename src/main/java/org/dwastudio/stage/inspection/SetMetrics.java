package org.dwastudio.stage.inspection;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Diversity and fidelity of the images of one class, or their mean over several sets.
 *
 * @param withinClassCosine mean cosine of two images, −1 to 1, lower is more diverse; empty for a single image
 * @param vendiScore effective number of different images, 1 to their number, higher is more diverse
 * @param effectiveRank effective rank of the feature matrix, 1 to the number of images, higher is more diverse
 * @param density share of neighborhoods of real images that contain an image, scaled to 1 for real images; empty if the
 *     class has too few real images
 * @param coverage share of the real images whose neighborhood contains an image, 0 to 1, higher is more diverse; empty
 *     if the class has too few real images
 * @param nearCopies number of near-copies of real images, lower is better; empty if the class has one real image
 */
public record SetMetrics(
        OptionalDouble withinClassCosine,
        double vendiScore,
        double effectiveRank,
        OptionalDouble density,
        OptionalDouble coverage,
        OptionalDouble nearCopies) {

    /** Returns the mean of each metric over the sets that have it. */
    static SetMetrics mean(List<SetMetrics> sets) {
        return new SetMetrics(
                mean(sets, SetMetrics::withinClassCosine),
                mean(sets, set -> OptionalDouble.of(set.vendiScore())).orElse(Double.NaN),
                mean(sets, set -> OptionalDouble.of(set.effectiveRank())).orElse(Double.NaN),
                mean(sets, SetMetrics::density),
                mean(sets, SetMetrics::coverage),
                mean(sets, SetMetrics::nearCopies));
    }

    private static OptionalDouble mean(List<SetMetrics> sets, Function<SetMetrics, OptionalDouble> metric) {
        return sets.stream().map(metric).flatMapToDouble(OptionalDouble::stream).average();
    }

    /** Returns these metrics with another number of near-copies. */
    SetMetrics withNearCopies(OptionalDouble number) {
        return new SetMetrics(withinClassCosine, vendiScore, effectiveRank, density, coverage, number);
    }
}
