package org.dwastudio.stage.inspection;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Metrics of the final images of a run, next to random real images of the same number.
 *
 * @param classes the classes, the worst first: by the Vendi score divided by that of random real images
 * @param distilled mean of the distilled images over the classes, with all near-copies
 * @param real mean of random real images over the classes, with all near-copies
 * @param images number of distilled images
 */
public record InspectionReport(List<ClassMetrics> classes, SetMetrics distilled, SetMetrics real, int images) {
    public InspectionReport {
        classes = List.copyOf(classes);
    }

    /** Creates the report of some classes, in any order. */
    public static InspectionReport of(List<ClassMetrics> classes) {
        return new InspectionReport(
                classes.stream().sorted(ClassMetrics.WORST_FIRST).toList(),
                overall(classes, ClassMetrics::distilled),
                overall(classes, ClassMetrics::real),
                classes.stream().mapToInt(ClassMetrics::images).sum());
    }

    /**
     * Returns the Vendi score of every class divided by that of random real images, in label order; NaN for a class without
     * images.
     *
     * @param count number of classes
     */
    public List<Double> relativeVendi(int count) {
        Map<Integer, Double> known =
                classes.stream().collect(Collectors.toMap(ClassMetrics::label, ClassMetrics::relativeVendi));
        return IntStream.range(0, count)
                .mapToObj(label -> known.getOrDefault(label, Double.NaN))
                .toList();
    }

    private static SetMetrics overall(List<ClassMetrics> classes, Function<ClassMetrics, SetMetrics> set) {
        List<SetMetrics> sets = classes.stream().map(set).toList();
        boolean counted = sets.stream().anyMatch(one -> one.nearCopies().isPresent());
        double copies =
                sets.stream().flatMapToDouble(one -> one.nearCopies().stream()).sum();
        return SetMetrics.mean(sets).withNearCopies(counted ? OptionalDouble.of(copies) : OptionalDouble.empty());
    }
}
