package org.dwastudio.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dwastudio.train.LabelType;
import org.junit.jupiter.api.Test;

class StressTableTest {
    private static final StressRow THREE = new StressRow(
            "dataset.imbalance",
            "10",
            LabelType.SOFT,
            List.of(0.70, 0.72, 0.74),
            List.of(0.60, 0.63, 0.66),
            List.of(0.9, 0.9, 0.9));
    private static final StressRow ONE =
            new StressRow("dataset.corruption", "jpeg", LabelType.HARD, List.of(0.5), List.of(0.625), List.of(0.75));

    @Test
    void accuraciesHaveIntervalsAndDifferencesAreTestedInPairs() {
        // Half intervals: 4.303 (Student's t, two degrees of freedom) times the deviation over the root of 3.
        assertThat(new StressTable(List.of(THREE, ONE)).markdown())
                .startsWith("""
                        | option | level | labels | seeds | distilled | random real | all real | distilled − random real | p |
                        |---|---|---|---|---|---|---|---|---|
                        | dataset.imbalance | 10 | soft | 3 | 72.0 ± 5.0 % | 63.0 ± 7.5 % | 90.0 ± 0.0 % | +9.0 ± 2.5 | 0.004 |
                        | dataset.corruption | jpeg | hard | 1 | 50.0 % | 62.5 % | 75.0 % | -12.5 | – |

                        Top-1 accuracy, mean over the seeds ± half of the 95 % interval;""");
    }

    @Test
    void valuesThatDoNotExistAreEmptyCells() {
        assertThat(new StressTable(List.of(ONE)).csv().lines())
                .last()
                .isEqualTo("dataset.corruption,jpeg,hard,1,0.5,,0.625,,0.75,,-0.125,,");
    }

    @Test
    void levelsAreCountedOnceForAllTypesOfLabels() {
        StressTable table = new StressTable(List.of(THREE))
                .with(List.of(
                        ONE,
                        new StressRow(
                                ONE.key(), ONE.level(), LabelType.SOFT, List.of(0.5), List.of(0.5), List.of(0.5))));

        assertThat(table.levels()).isEqualTo(2);
    }

    @Test
    void sweepsAreParsed() {
        assertThat(StressSweep.parse("dataset.corruption= none, blur"))
                .isEqualTo(new StressSweep("dataset.corruption", List.of("none", "blur")));
        assertThatThrownBy(() -> StressSweep.parse("dataset.fit=crop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dataset.fit does not degrade the training data; allowed are dataset.imbalance,"
                        + " dataset.labelNoise, dataset.labelNoiseKind, dataset.corruption, dataset.corruptionLevel,"
                        + " dataset.maxPerClass");
    }
}
