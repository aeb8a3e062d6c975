package org.dwastudio.metric.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignificanceTest {
    @Test
    void oneMeasurementHasNoIntervalAndNoneHasNoMean() {
        assertThat(MeanInterval.of(List.of(0.5))).satisfies(one -> {
            assertThat(one.mean()).isEqualTo(0.5);
            assertThat(one.reach()).isEmpty();
            assertThat(one.count()).isEqualTo(1);
        });
        assertThat(MeanInterval.of(List.of()).mean()).isNaN();
    }

    @Test
    void theIntervalOfTwoMeasurementsIsWide() {
        // t(0.975; 1) = 12.706, standard error 0.05.
        assertThat(MeanInterval.of(List.of(0.5, 0.6)).reach().orElseThrow()).isCloseTo(0.63531, within(1e-5));
    }

    @Test
    void aTestNeedsTwoPairsOfDifferentDifferences() {
        assertThat(PairedTest.of(new double[] {0.6}, new double[] {0.5}).probability())
                .isEmpty();
        assertThat(PairedTest.of(new double[0], new double[0]).pairs()).isZero();
        // Differences that are equal but for rounding: the t statistic would be infinite.
        PairedTest equal = PairedTest.of(new double[] {0.6, 0.7, 0.8}, new double[] {0.5, 0.6, 0.7});
        assertThat(equal.probability()).isEmpty();
        assertThat(equal.difference().mean()).isCloseTo(0.1, within(1e-12));
        assertThat(PairedTest.of(new double[] {0.6, 0.7}, new double[] {0.6, 0.7})
                        .probability())
                .hasValue(1);
        assertThatThrownBy(() -> PairedTest.of(new double[2], new double[3])).hasMessageContaining("2 values");
    }

    @Test
    void holmsCorrectionAgreesWithThatOfR() {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        List<Double> corrected = HolmCorrection.of(List.of(0.01, 0.04, 0.03, 0.005));

        assertThat(corrected).hasSize(4);
        assertThat(corrected.get(0)).isCloseTo(0.03, within(1e-12));
        assertThat(corrected.get(1)).isCloseTo(0.06, within(1e-12));
        assertThat(corrected.get(2)).isCloseTo(0.06, within(1e-12));
        assertThat(corrected.get(3)).isCloseTo(0.02, within(1e-12));
        assertThat(HolmCorrection.of(List.of(0.7, 0.8))).containsExactly(1.0, 1.0);
        assertThat(HolmCorrection.of(List.of())).isEmpty();
    }
}
