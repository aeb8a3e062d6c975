package org.dwastudio.pipeline.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a benchmark measured.
 *
 * @param measured the case
 * @param milliseconds of every repetition, by variant
 * @param peakKilobytes the most memory that the process had held when only the first variant had run; empty where the
 *     system does not tell
 */
public record BenchmarkReport(
        BenchmarkCase measured, Map<StepVariant, List<Double>> milliseconds, OptionalLong peakKilobytes) {

    /** The middle one of a variant's times, in milliseconds. */
    public double median(StepVariant variant) {
        double[] sorted = milliseconds.get(variant).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The shortest of a variant's times, in milliseconds. */
    public double best(StepVariant variant) {
        return Arrays.stream(milliseconds.get(variant).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .min()
                .orElseThrow();
    }
}
