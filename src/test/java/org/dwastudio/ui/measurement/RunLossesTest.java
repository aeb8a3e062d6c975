package org.dwastudio.ui.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.StepLoss;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.theme.ChartColor;
import org.junit.jupiter.api.Test;

class RunLossesTest {
    private final ChartSeries look = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);
    private final RunLosses losses = new RunLosses(part -> look);
    private long step;

    @Test
    void columnsAtTheSameTimeAreTheirMean() {
        add(0, 0, 10);
        add(1, 0, 20);
        add(0, 1, 2);
        add(1, 1, 4);

        ChartSeries total = losses.measured().get(0);
        assertThat(total.size()).isEqualTo(2);
        assertThat(total.x(0)).isEqualTo(1);
        assertThat(total.y(0)).isEqualTo(15);
        assertThat(total.x(1)).isEqualTo(3);
        assertThat(total.y(1)).isEqualTo(3);
        assertThat(losses.together()).isEqualTo(2);
    }

    @Test
    void columnsOneByOneFollowEachOther() {
        add(0, 0, 10);
        add(0, 1, 8);
        add(1, 0, 12);
        add(1, 1, 7);

        ChartSeries total = losses.measured().get(0);
        assertThat(total.size()).isEqualTo(4);
        assertThat(total.y(2)).isEqualTo(12);
        assertThat(losses.together()).isEqualTo(1);
    }

    @Test
    void aLongRunIsMergedAndKeepsItsMean() {
        int steps = 5 * RunLosses.MOST;
        for (int i = 0; i < steps; i++) {
            add(0, i, i % 2);
        }

        ChartSeries total = losses.measured().get(0);
        assertThat(total.size()).isLessThanOrEqualTo(RunLosses.MOST).isGreaterThan(RunLosses.MOST / 4);
        assertThat(total.x(total.size() - 1)).isEqualTo(steps - 1);
        for (int i = 0; i < total.size() - 1; i++) {
            assertThat(total.y(i)).isCloseTo(0.5, within(1e-9));
        }
    }

    @Test
    void theCurvesAreHiddenTogetherWithTheirLook() {
        add(0, 0, 1);
        look.visibleProperty().set(false);
        look.nameProperty().set("sum");

        assertThat(losses.measured().get(0).visibleProperty().get()).isFalse();
        assertThat(losses.measured().get(0).nameProperty().get()).isEqualTo("sum");
    }

    private void add(int column, int iteration, double total) {
        losses.add(new LossMeasured(column, iteration, step++, new StepLoss(total, 0, 0, 0.01, 0)));
    }
}
