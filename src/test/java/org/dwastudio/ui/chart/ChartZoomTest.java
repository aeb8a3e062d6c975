package org.dwastudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests on a plot whose x axis of 0 to 100 lies between 40 and 240 pixels. */
class ChartZoomTest {
    private final List<Double> picked = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final ChartZoom zoom = new ChartZoom(() -> changes.add("redrawn"));

    @BeforeEach
    void draw() {
        AxisScale y = AxisScale.linear(0, 1, 2);
        zoom.drawn(new ChartPlot(new ChartPlot.Area(40, 8, 240, 100), AxisScale.exact(0, 100), y, y, false));
        zoom.setOnPicked(picked::add);
    }

    @Test
    void aDragInEitherDirectionZooms() {
        zoom.pressed(140);
        zoom.dragged(90);
        assertThat(zoom.selection()).contains(new ChartZoom.Range(90, 140));
        zoom.released(90, 1);

        assertThat(zoom.selection()).isEmpty();
        assertThat(zoom.shown().orElseThrow().from()).isCloseTo(25, within(1e-9));
        assertThat(zoom.shown().orElseThrow().to()).isCloseTo(50, within(1e-9));
        assertThat(picked).isEmpty();
        assertThat(changes).isNotEmpty();
    }

    @Test
    void aDragEndsAtTheEdgeOfThePlot() {
        zoom.pressed(140);
        zoom.dragged(900);
        zoom.released(900, 1);

        assertThat(zoom.shown().orElseThrow().to()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aClickPicksAndADoubleClickShowsEverything() {
        zoom.pressed(140);
        zoom.dragged(143);
        zoom.released(143, 1);
        assertThat(zoom.shown()).isEmpty();
        assertThat(picked).singleElement().satisfies(x -> assertThat(x).isCloseTo(51.5, within(1e-9)));

        zoom.pressed(60);
        zoom.dragged(100);
        zoom.released(100, 1);
        assertThat(zoom.shown()).isPresent();
        zoom.released(100, 2);
        assertThat(zoom.shown()).isEmpty();
    }

    @Test
    void pressesOutsideOfThePlotDoNothing() {
        zoom.pressed(10);
        zoom.dragged(100);
        zoom.released(100, 1);

        assertThat(zoom.shown()).isEmpty();
        assertThat(picked).isEmpty();
    }
}
