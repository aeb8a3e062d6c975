package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dwastudio.metric.embedding.Plane;
import org.junit.jupiter.api.Test;

class MapTransformTest {
    private static final Plane SQUARE = new Plane(new double[] {-1, 1}, new double[] {2, 4});

    @Test
    void allPointsLieWithinTheMarginAndUpIsUp() {
        MapTransform transform = MapTransform.fitting(List.of(SQUARE), 300, 220, 10);

        // The height is the narrower side: 200 pixels for 2 units.
        assertThat(transform.scale()).isEqualTo(100);
        assertThat(transform.screenY(2)).isEqualTo(210);
        assertThat(transform.screenY(4)).isEqualTo(10);
        assertThat(transform.screenX(-1)).isEqualTo(50);
        assertThat(transform.screenX(1)).isEqualTo(250);
    }

    @Test
    void severalPlanesAreShownTogether() {
        Plane further = new Plane(new double[] {9}, new double[] {3});

        MapTransform transform = MapTransform.fitting(List.of(SQUARE, further), 120, 120, 10);

        assertThat(transform.scale()).isEqualTo(10);
        assertThat(transform.screenX(-1)).isEqualTo(10);
        assertThat(transform.screenX(9)).isEqualTo(110);
    }

    @Test
    void nothingToShowIsCentered() {
        MapTransform transform = MapTransform.fitting(List.of(), 300, 200, 10);

        assertThat(transform).isEqualTo(new MapTransform(1, 150, 100));
        assertThat(MapTransform.fitting(List.of(new Plane(new double[0], new double[0])), 300, 200, 10))
                .isEqualTo(transform);
    }

    @Test
    void onePointIsInTheMiddleAndAWindowThatIsTooSmallHasAPositiveScale() {
        MapTransform point =
                MapTransform.fitting(List.of(new Plane(new double[] {5}, new double[] {-3})), 300, 200, 10);
        MapTransform tiny = MapTransform.fitting(List.of(SQUARE), 12, 12, 10);

        assertThat(point.screenX(5)).isCloseTo(150, within(2.0));
        assertThat(point.screenY(-3)).isCloseTo(100, within(2.0));
        assertThat(tiny.scale()).isPositive();
    }

    @Test
    void thePlaceUnderThePointerStaysWhileTheMapIsZoomed() {
        MapTransform before = MapTransform.fitting(List.of(SQUARE), 300, 220, 10);

        MapTransform after = before.zoomed(2.5, before.screenX(0.3), before.screenY(2.2));

        assertThat(after.scale()).isEqualTo(250);
        assertThat(after.screenX(0.3)).isCloseTo(before.screenX(0.3), within(1e-9));
        assertThat(after.screenY(2.2)).isCloseTo(before.screenY(2.2), within(1e-9));
        assertThat(after.screenX(1.3) - after.screenX(0.3)).isCloseTo(250, within(1e-9));
    }

    @Test
    void aPannedMapIsMoved() {
        MapTransform panned = new MapTransform(2, 10, 20).panned(3, -4);

        assertThat(panned).isEqualTo(new MapTransform(2, 13, 16));
    }
}
