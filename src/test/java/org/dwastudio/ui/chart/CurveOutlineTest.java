package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.dwastudio.ui.theme.ChartColor;
import org.junit.jupiter.api.Test;

class CurveOutlineTest {
    private final ChartSeries series = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);
    private final CurveOutline outline = new CurveOutline();

    @Test
    void aShortCurveIsKeptPointByPoint() {
        series.append(0, 3);
        series.append(1, 1);
        series.append(2, 2);

        outline.compute(series, 0, 2, 100, false);

        assertThat(points()).containsExactly(0, 3, 1, 1, 2, 2);
        assertThat(outline.lowest()).isEqualTo(1);
        assertThat(outline.highest()).isEqualTo(3);
    }

    @Test
    void aLongCurveNeedsTwoPointsAColumnAndKeepsEveryPeak() {
        for (int i = 0; i < 50_000; i++) {
            series.append(i, i == 31_234 ? 99 : i == 7_000 ? -99 : Math.sin(i));
        }

        outline.compute(series, 0, 50_000, 300, false);

        assertThat(outline.size()).isEqualTo(600);
        assertThat(points()).contains(99, -99);
        for (int i = 1; i < outline.size(); i++) {
            assertThat(outline.x(i)).isGreaterThan(outline.x(i - 1));
        }
    }

    @Test
    void lowestAndHighestComeInTheOrderInWhichTheyOccur() {
        double[] ys = {5, 9, 1, 5, 2, 8};
        for (int i = 0; i < ys.length; i++) {
            series.append(i, ys[i]);
        }

        outline.compute(series, 0, 6, 2, false);

        assertThat(points()).containsExactly(1, 9, 2, 1, 4, 2, 5, 8);
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatIsNotPositive() {
        series.append(0, 0);
        series.append(1, -1);
        series.append(2, Double.NaN);
        series.append(3, 0.5);

        outline.compute(series, 0, 3, 10, true);

        assertThat(points()).containsExactly(3, 0.5);
    }

    @Test
    void pointsOutsideTheRangeOfXAreLeftOut() {
        series.append(0, 1);
        series.append(5, 2);
        series.append(9, 3);

        outline.compute(series, 4, 6, 10, false);

        assertThat(points()).containsExactly(5, 2);
    }

    private double[] points() {
        double[] points = new double[2 * outline.size()];
        for (int i = 0; i < outline.size(); i++) {
            points[2 * i] = outline.x(i);
            points[2 * i + 1] = outline.y(i);
        }
        return points;
    }
}
