package org.dwastudio.metric.significance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Correction of the p-values of several tests for their number (Holm, 1979). */
public final class HolmCorrection {
    private HolmCorrection() {}

    /** Returns the corrected p-values, 0 to 1, in the order of the tests. */
    public static List<Double> of(List<Double> probabilities) {
        int tests = probabilities.size();
        List<Integer> smallestFirst = IntStream.range(0, tests)
                .boxed()
                .sorted(Comparator.comparing(probabilities::get))
                .toList();
        Double[] corrected = new Double[tests];
        double largest = 0;
        for (int rank = 0; rank < tests; rank++) {
            int test = smallestFirst.get(rank);
            largest = Math.max(largest, Math.min(1, (tests - rank) * probabilities.get(test)));
            corrected[test] = largest;
        }
        return List.of(corrected);
    }
}
