package org.dwastudio.stage.comparison;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dwastudio.metric.significance.HolmCorrection;
import org.dwastudio.metric.significance.PairedTest;

/**
 * Difference of the students of two rows of one recipe, by the seeds that both have.
 *
 * @param first row that is compared
 * @param second row that it is compared with
 * @param test accuracy of the first minus accuracy of the second
 * @param corrected p-value after Holm's correction over all pairs of the recipe; empty if there is none
 */
public record StudentPair(StudentRow first, StudentRow second, PairedTest test, OptionalDouble corrected) {
    /** Corrected p-value below which a difference is real. */
    private static final double LEVEL = 0.05;

    private static final int FEWEST_PAIRS = 2;

    /** Returns all pairs of rows that can be compared, each row with the later ones. */
    static List<StudentPair> of(List<StudentRow> rows) {
        List<StudentPair> pairs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (StudentRow other : rows.subList(row + 1, rows.size())) {
                if (rows.get(row).isComparableWith(other)) {
                    pairs.add(uncorrected(rows.get(row), other));
                }
            }
        }
        Iterator<Double> corrected = HolmCorrection.of(pairs.stream()
                        .flatMapToDouble(pair -> pair.test().probability().stream())
                        .boxed()
                        .toList())
                .iterator();
        return pairs.stream()
                .map(pair -> pair.test().probability().isPresent()
                        ? pair.withCorrected(OptionalDouble.of(corrected.next()))
                        : pair)
                .toList();
    }

    private static StudentPair uncorrected(StudentRow first, StudentRow second) {
        SortedSet<StudentSeed> seeds = new TreeSet<>(first.accuracies().keySet());
        seeds.retainAll(second.accuracies().keySet());
        PairedTest test = PairedTest.of(accuracies(first, seeds), accuracies(second, seeds));
        return new StudentPair(first, second, test, OptionalDouble.empty());
    }

    private static double[] accuracies(StudentRow row, SortedSet<StudentSeed> seeds) {
        return seeds.stream()
                .mapToDouble(seed -> Objects.requireNonNull(row.accuracies().get(seed)))
                .toArray();
    }

    private StudentPair withCorrected(OptionalDouble probability) {
        return new StudentPair(first, second, test, probability);
    }

    /** Returns the verdict on the difference. */
    public Verdict verdict() {
        if (test.pairs() < FEWEST_PAIRS) {
            return Verdict.TOO_FEW;
        }
        return corrected.orElse(1) < LEVEL ? Verdict.REAL : Verdict.NOT_DECIDED;
    }
}
