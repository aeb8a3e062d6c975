package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.dwastudio.ui.chart.AxisScale.Tick;
import org.junit.jupiter.api.Test;

class AxisScaleTest {
    @Test
    void aLinearAxisEndsAtRoundValues() {
        AxisScale axis = AxisScale.linear(1.8, 8.2, 4);

        assertThat(axis.min()).isZero();
        assertThat(axis.max()).isEqualTo(10);
        assertThat(labels(axis.ticks(4))).containsExactly("0.0", "2.5", "5.0", "7.5", "10.0");
    }

    @Test
    void aNarrowRangeFarFromZeroKeepsItsDetail() {
        AxisScale axis = AxisScale.linear(0.91, 0.94, 3);

        assertThat(axis.min()).isCloseTo(0.91, within(1e-9));
        assertThat(labels(axis.ticks(3))).containsExactly("0.91", "0.92", "0.93", "0.94");
    }

    @Test
    void aLogarithmicAxisEndsAtDecadesAndHasATickAtEach() {
        AxisScale axis = AxisScale.logarithmic(0.0021, 7.9);

        assertThat(axis.min()).isEqualTo(0.001);
        assertThat(axis.max()).isEqualTo(10);
        assertThat(labels(axis.ticks(5))).containsExactly("0.001", "0.01", "0.1", "1", "10");
        assertThat(axis.fraction(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.valueAt(0.5)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void underTwoDecadesALogarithmicAxisHasTicksBetween() {
        assertThat(labels(AxisScale.logarithmic(0.3, 2.2).ticks(5))).containsExactly("0.2", "0.5", "1", "2", "5");
        assertThat(labels(AxisScale.logarithmic(3, 4).ticks(5))).containsExactly("2", "5");
    }

    @Test
    void manyDecadesGetEverySecondTick() {
        assertThat(labels(AxisScale.logarithmic(1e-8, 1).ticks(4)))
                .containsExactly("1e-8", "1e-6", "0.0001", "0.01", "1");
    }

    @Test
    void iterationsAreCountedInThousandsWhereTheyAreMany() {
        assertThat(labels(AxisScale.exact(0, 20000).ticks(4))).containsExactly("0", "5k", "10k", "15k", "20k");
        assertThat(labels(AxisScale.exact(0, 1000).ticks(4))).containsExactly("0", "250", "500", "750", "1000");
        assertThat(labels(AxisScale.exact(0, 312).ticks(4))).containsExactly("0", "100", "200", "300");
    }

    @Test
    void withoutValuesThereIsStillAnAxis() {
        double none = Double.POSITIVE_INFINITY;

        assertThat(AxisScale.linear(none, -none, 4)).isEqualTo(new AxisScale(0, 1, false));
        assertThat(AxisScale.logarithmic(none, -none)).isEqualTo(new AxisScale(0.01, 1, true));
    }

    @Test
    void aSingleValueGetsRoomAround() {
        assertThat(AxisScale.exact(4, 4)).isEqualTo(new AxisScale(2, 6, false));
        assertThat(AxisScale.exact(0, 0)).isEqualTo(new AxisScale(-1, 1, false));
        AxisScale single = AxisScale.logarithmic(1, 1);
        assertThat(single.min()).isLessThanOrEqualTo(1);
        assertThat(single.max()).isGreaterThan(single.min());
    }

    @Test
    void negativeValuesStayNegative() {
        AxisScale axis = AxisScale.linear(-1.7, 0.4, 4);

        assertThat(axis.min()).isEqualTo(-2);
        assertThat(axis.max()).isEqualTo(1);
    }

    @Test
    void labelsBelowOneHaveEquallyManyDecimals() {
        assertThat(labels(AxisScale.linear(0.87, 0.8925, 9).ticks(9)))
                .hasSizeGreaterThan(3)
                .allSatisfy(label -> assertThat(label).hasSize("0.8825".length()));
        assertThat(labels(AxisScale.linear(2.5, 3.5, 4).ticks(4))).contains("2.75", "3.00");
    }

    @Test
    void aShortAxisHasAtLeastTwoTicks() {
        assertThat(labels(AxisScale.linear(1.85, 2.35, 2).ticks(2))).hasSizeGreaterThan(1);
        assertThat(labels(AxisScale.exact(1.8, 2.4).ticks(2))).containsExactly("1.8", "2.0", "2.2", "2.4");
    }

    @Test
    void anAxisThatCountsHasWholeNumbersOnly() {
        assertThat(labels(AxisScale.exact(0, 2).wholeTicks(5))).containsExactly("0", "1", "2");
        assertThat(labels(AxisScale.exact(0, 10).wholeTicks(4))).containsExactly("0", "5", "10");
        assertThat(labels(AxisScale.exact(0, 1000).wholeTicks(4))).containsExactly("0", "250", "500", "750", "1000");
    }

    @Test
    void longLabelsOfTheRightAxisGetTheirWidth() {
        assertThat(ChartPlot.Margins.forLabels(4, OptionalInt.of(4)).right()).isEqualTo(36);
        assertThat(ChartPlot.Margins.forLabels(4, OptionalInt.of("0.8825".length()))
                        .right())
                .isEqualTo(48);
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }
}
