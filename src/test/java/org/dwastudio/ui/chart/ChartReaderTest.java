package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dwastudio.ui.theme.ChartColor;
import org.junit.jupiter.api.Test;

class ChartReaderTest {
    private final ChartSeries bright = new ChartSeries("total", ChartColor.BLUE, ChartAxis.LEFT);

    @Test
    void beyondTheLiveColumnTheColumnBeforeItIsRead() {
        bright.append(0, 5);
        bright.append(100, 3);
        ChartSeries before = bright.faintCopy();
        bright.clear();
        bright.append(0, 9);
        bright.append(6, 8);
        ChartContent content = new ChartContent(List.of(before, bright), List.of(), false, 0, 100, 1, XPlaces.NONE);

        assertThat(ChartReader.readings(content, 5)).singleElement().satisfies(reading -> {
            assertThat(reading.x()).isEqualTo(6);
            assertThat(reading.y()).isEqualTo(8);
        });
        assertThat(ChartReader.readings(content, 90)).singleElement().satisfies(reading -> {
            assertThat(reading.name()).isEqualTo("total");
            assertThat(reading.x()).isEqualTo(100);
            assertThat(reading.y()).isEqualTo(3);
        });
    }

    @Test
    void aCurveOfAnotherColorIsNotReadInItsPlace() {
        ChartSeries other = new ChartSeries("cross-entropy", ChartColor.ORANGE, ChartAxis.LEFT);
        other.append(0, 1);
        other.append(100, 1);
        bright.append(0, 9);
        ChartContent content =
                new ChartContent(List.of(other.faintCopy(), bright), List.of(), false, 0, 100, 1, XPlaces.NONE);

        assertThat(ChartReader.readings(content, 50)).singleElement().satisfies(reading -> assertThat(reading.y())
                .isEqualTo(9));
    }
}
