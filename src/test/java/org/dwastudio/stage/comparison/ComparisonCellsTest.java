package org.dwastudio.stage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.Test;

class ComparisonCellsTest {
    @Test
    void accuraciesHaveAnIntervalFromTwoStudentsOn() {
        assertThat(ComparisonCells.accuracy(MeanInterval.of(List.of(0.771)))).isEqualTo("77.1 %");
        assertThat(ComparisonCells.accuracy(MeanInterval.of(List.of(0.77, 0.78))))
                .isEqualTo("77.5 ± 6.4 %");
    }

    @Test
    void differencesHaveASignExceptZero() {
        assertThat(cells(new double[] {0.6, 0.7}, new double[] {0.55, 0.64})).containsExactly("+5.5", "−0.9 … +11.9");
        assertThat(cells(new double[] {0.5, 0.5}, new double[] {0.5001, 0.5001}))
                .containsExactly("0.0", "0.0 … 0.0");
        assertThat(cells(new double[] {0.5}, new double[] {0.6})).containsExactly("−10.0", "–");
        assertThat(cells(new double[0], new double[0])).containsExactly("–", "–");
    }

    private static List<String> cells(double[] first, double[] second) {
        StudentRow row = row(Map.of(new StudentSeed(1, 0), 0.5));
        StudentPair pair = new StudentPair(row, row, PairedTest.of(first, second), OptionalDouble.empty());
        return List.of(ComparisonCells.difference(pair), ComparisonCells.interval(pair));
    }

    @Test
    void smallProbabilitiesAreNotRoundedToZero() {
        assertThat(ComparisonCells.probability(OptionalDouble.of(0.0312))).isEqualTo("0.031");
        assertThat(ComparisonCells.probability(OptionalDouble.of(0.0004))).isEqualTo("< 0.001");
        assertThat(ComparisonCells.probability(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void measurementsAreFollowedByThoseOfRandomRealImages() {
        assertThat(ComparisonCells.measured(2, OptionalDouble.of(1.254), OptionalDouble.of(1.66)))
                .isEqualTo("1.25 (1.66)");
        assertThat(ComparisonCells.measured(2, OptionalDouble.of(1.254), OptionalDouble.empty()))
                .isEqualTo("1.25");
        assertThat(ComparisonCells.measured(2, OptionalDouble.empty(), OptionalDouble.of(1.66)))
                .isEqualTo("–");
        assertThat(ComparisonCells.loss(OptionalDouble.of(0.0042381))).isEqualTo("0.004238");
        assertThat(ComparisonCells.loss(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void studentsInSequenceAreARange() {
        RecipeStudents students = new RecipeStudents(
                new Recipe(LabelType.SOFT, 100, Map.of()),
                List.of(
                        row(Map.of(new StudentSeed(42, 0), 0.5, new StudentSeed(42, 1), 0.5)),
                        row(Map.of(new StudentSeed(42, 2), 0.5, new StudentSeed(42, 4), 0.5)),
                        row(Map.of(new StudentSeed(7, 3), 0.5))),
                List.of());

        assertThat(ComparisonCells.students(students)).isEqualTo(Map.of(42L, "1–3, 5", 7L, "4"));
    }

    private static StudentRow row(Map<StudentSeed, Double> accuracies) {
        return new StudentRow(TrainingSet.DISTILLED, Optional.of("A"), 6, new TreeMap<>(accuracies));
    }
}
