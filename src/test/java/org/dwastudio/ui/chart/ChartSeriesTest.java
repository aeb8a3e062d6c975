package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.dwastudio.ui.theme.ChartColor;
import org.junit.jupiter.api.Test;

class ChartSeriesTest {
    private final ChartSeries series = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);

    @Test
    void theNearestPointIsFound() {
        assertThat(series.nearestTo(1)).isEqualTo(-1);
        series.append(0, 1);
        series.append(10, 2);
        series.append(20, 3);

        assertThat(series.nearestTo(-5)).isZero();
        assertThat(series.nearestTo(10)).isEqualTo(1);
        assertThat(series.nearestTo(14)).isEqualTo(1);
        assertThat(series.nearestTo(16)).isEqualTo(2);
        assertThat(series.nearestTo(500)).isEqualTo(2);
    }

    @Test
    void aDecreasingXIsRejected() {
        series.append(5, 1);

        assertThatThrownBy(() -> series.append(4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("total: x must not fall, got 4.0 after 5.0");
    }

    @Test
    void aFaintCopyKeepsItsPointsAndFollowsTheVisibility() {
        series.append(1, 2);
        ChartSeries earlier = series.faintCopy();
        series.clear();
        series.visibleProperty().set(false);

        assertThat(earlier.size()).isEqualTo(1);
        assertThat(earlier.y(0)).isEqualTo(2);
        assertThat(earlier.isFaint()).isTrue();
        assertThat(earlier.visibleProperty().get()).isFalse();
    }

    @Test
    void itsChartIsNotifiedOfEveryChange() {
        AtomicInteger changes = new AtomicInteger();
        series.setWhenChanged(changes::incrementAndGet);

        series.append(1, 1);
        series.visibleProperty().set(false);
        series.nameProperty().set("all");
        series.clear();

        assertThat(changes).hasValue(4);
    }

    @Test
    void halvingKeepsTheMeanOfEveryTwoPointsAndASingleLastOne() {
        ChartSeries series = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);
        for (int i = 0; i < 5; i++) {
            series.append(i, 10 * i);
        }

        series.halve();

        assertThat(series.size()).isEqualTo(3);
        assertThat(series.x(0)).isEqualTo(1);
        assertThat(series.y(0)).isEqualTo(5);
        assertThat(series.y(1)).isEqualTo(25);
        assertThat(series.x(2)).isEqualTo(4);
        assertThat(series.y(2)).isEqualTo(40);
    }

    @Test
    void theLastPointCanBeReplaced() {
        ChartSeries series = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);
        series.append(1, 2);
        series.replaceLast(3, 4);

        assertThat(series.size()).isEqualTo(1);
        assertThat(series.x(0)).isEqualTo(3);
        assertThat(series.y(0)).isEqualTo(4);
    }
}
