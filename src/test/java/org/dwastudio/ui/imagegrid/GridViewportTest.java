package org.dwastudio.ui.imagegrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GridViewportTest {
    private static final int WIDTH = 632;
    private static final int HEIGHT = 500;
    private static final int BAR = 12;

    private final GridViewport viewport = new GridViewport();

    @Test
    void aGridThatFitsNeedsNoScrollBar() {
        show(10, 10);

        assertThat(viewport.scrollsSideways()).isFalse();
        assertThat(viewport.scrollsDown()).isFalse();
        assertThat(viewport.geometry().viewHeight()).isEqualTo(HEIGHT);
        assertThat(viewport.columns()).isEqualTo(new VisibleColumns(0, 9, 10));
        assertThat(viewport.columns().isAll()).isTrue();
        assertThat(viewport.smallestZoom()).isEqualTo(1);
    }

    @Test
    void manyColumnsLeaveRoomForAScrollBarBelowThem() {
        show(10, 100);

        assertThat(viewport.scrollsSideways()).isTrue();
        assertThat(viewport.scrollsDown()).isFalse();
        assertThat(viewport.geometry().viewHeight()).isEqualTo(HEIGHT - BAR);
        assertThat(viewport.geometry().gridHeight()).isLessThanOrEqualTo(HEIGHT - BAR);
        assertThat(viewport.columns().first()).isZero();
        assertThat(viewport.columns().last()).isBetween(8, 14);
        assertThat(viewport.columns().total()).isEqualTo(100);
        assertThat(viewport.columns().isAll()).isFalse();
    }

    @Test
    void manyClassesAndColumnsScrollInBothDirections() {
        show(100, 100);

        assertThat(viewport.scrollsSideways()).isTrue();
        assertThat(viewport.scrollsDown()).isTrue();
        assertThat(viewport.geometry().viewWidth()).isEqualTo(WIDTH - BAR);
        assertThat(viewport.geometry().viewHeight()).isEqualTo(HEIGHT - BAR);
    }

    @Test
    void theSmallestZoomHasEveryColumnInView() {
        show(10, 100);
        viewport.panTo(900, 0);

        viewport.zoomTo(viewport.smallestZoom(), 300, 200);

        assertThat(viewport.columns()).isEqualTo(new VisibleColumns(0, 99, 100));
        assertThat(viewport.scrollsSideways()).isFalse();
        assertThat(viewport.geometry().viewHeight()).isEqualTo(HEIGHT);
    }

    @Test
    void zoomingKeepsThePointUnderTheMouse() {
        show(10, 100);
        viewport.panTo(2000, 0);
        double before = alongAt(300);

        for (double zoom : new double[] {1.44, 2.9, 0.9, 1.2}) {
            viewport.zoomTo(zoom, 300, 200);
            assertThat(alongAt(300)).as("zoom %s", zoom).isCloseTo(before, within(0.1));
        }
    }

    @Test
    void theRunningColumnAndTheNextAreBroughtIntoView() {
        show(10, 100);
        int visible = viewport.columns().last();

        viewport.follow(OptionalInt.of(visible));
        assertThat(viewport.columns().last()).isEqualTo(visible + 1);
        viewport.follow(OptionalInt.of(60));
        assertThat(viewport.columns().last()).isEqualTo(61);
        viewport.follow(OptionalInt.of(99));
        assertThat(viewport.columns().last()).isEqualTo(99);
    }

    @Test
    void aUserWhoScrollsAwayFromTheRunningColumnStaysThere() {
        show(10, 100);
        viewport.follow(OptionalInt.of(60));

        viewport.panTo(0, 0);
        viewport.follow(OptionalInt.of(61));
        assertThat(viewport.columns().first()).isZero();

        viewport.show(new Cell(0, 61));
        viewport.follow(OptionalInt.of(62));
        assertThat(viewport.columns().last()).isEqualTo(63);
    }

    @Test
    void theNextRunIsFollowedAgain() {
        show(10, 100);
        viewport.follow(OptionalInt.of(60));
        viewport.panTo(0, 0);

        viewport.reset(new TileStore(10, 100, 28, 28, 1));
        viewport.follow(OptionalInt.of(40));

        assertThat(viewport.columns().last()).isEqualTo(41);
    }

    @Test
    void aSmallerSpaceKeepsTheFirstColumn() {
        show(10, 100);
        viewport.show(new Cell(0, 50));
        int first = viewport.columns().first();

        viewport.resize(WIDTH, 300, BAR, 0);

        assertThat(viewport.geometry().drawnWidth()).isLessThan(30);
        assertThat(viewport.columns().first()).isBetween(first - 1, first + 1);
    }

    private void show(int rows, int columns) {
        viewport.resize(WIDTH, HEIGHT, BAR, 0);
        viewport.reset(new TileStore(rows, columns, 28, 28, 1));
    }

    /** Returns the column at a point of the view, with its part to the left of it. */
    private double alongAt(double x) {
        GridGeometry grid = viewport.geometry();
        return (x - grid.originX()) / grid.pitchX();
    }
}
