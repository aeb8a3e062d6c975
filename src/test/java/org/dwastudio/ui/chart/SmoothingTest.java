package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dwastudio.ui.theme.ChartColor;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void theFirstPointStaysAndLaterOnesFollowSlowly() {
        ChartSeries raw = curve(4, 8, Double.NaN, 0);

        ChartSeries smoothed = new Smoothing(0.5).of(raw);

        assertThat(smoothed.size()).isEqualTo(3);
        assertThat(smoothed.y(0)).isEqualTo(4);
        assertThat(smoothed.y(1)).isCloseTo((0.25 * 4 + 0.5 * 8) / 0.75, within(1e-12));
        assertThat(smoothed.x(2)).isEqualTo(3);
        assertThat(smoothed.y(2)).isCloseTo((0.125 * 4 + 0.25 * 8) / 0.875, within(1e-12));
    }

    @Test
    void aConstantCurveStaysConstant() {
        ChartSeries smoothed = new Smoothing(0.95).of(curve(7, 7, 7, 7));

        for (int i = 0; i < smoothed.size(); i++) {
            assertThat(smoothed.y(i)).isCloseTo(7, within(1e-12));
        }
    }

    @Test
    void strengthsFollowEachOtherAndEndWithNone() {
        assertThat(Smoothing.NONE.isNone()).isTrue();
        assertThat(Smoothing.NONE.next()).isEqualTo(new Smoothing(0.8));
        assertThat(Smoothing.NONE.next().next()).isEqualTo(new Smoothing(0.95));
        assertThat(Smoothing.NONE.next().next().next()).isEqualTo(Smoothing.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Smoothing(1));
    }

    @Test
    void visiblePointsAreWrittenAsTheyAre() {
        ChartSeries shown = curve(1.0 / 3, 2);
        ChartSeries hidden = curve(5);
        hidden.visibleProperty().set(false);

        assertThat(ChartTable.csv(List.of(shown, hidden)))
                .isEqualTo("curve,x,y\r\nloss,0.0,0.3333333333333333\r\nloss,1.0,2.0\r\n");
    }

    private static ChartSeries curve(double... values) {
        ChartSeries curve = new ChartSeries("loss", ChartColor.BLUE, ChartAxis.LEFT);
        for (int i = 0; i < values.length; i++) {
            curve.append(i, values[i]);
        }
        return curve;
    }
}
