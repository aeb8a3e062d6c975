package org.dwastudio.ui.imagegrid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridGeometryTest {
    @Test
    void aComparedGridShowsAllRowsInSmallTiles() {
        GridGeometry grid = GridGeometry.of(10, 3, 28, 28, 620, 180);

        assertThat(GridFit.fitted(grid).fitsHeight()).isFalse();
        GridGeometry compared = GridFit.fitted(grid, GridFit.SMALLEST_COMPARED_TILE);
        assertThat(compared.fitsHeight()).isTrue();
        assertThat(compared.scale() * 28).isBetween(10.0, 20.0);
    }

    @Test
    void tenByTenImagesFillTheViewAndAllAreInIt() {
        GridGeometry grid = GridFit.fitted(GridGeometry.of(10, 10, 28, 28, 620, 540));

        assertThat(grid.gridHeight()).isBetween(500, 540);
        assertThat(grid.gridWidth()).isLessThanOrEqualTo(620);
        assertThat(grid.tileY(9) + grid.drawnHeight()).isLessThanOrEqualTo(540);
        assertThat(grid.lastVisibleColumn()).isEqualTo(9);
        assertThat(grid.visibleRows()).hasSize(10);
    }

    @Test
    void aScaleSlightlyAboveAWholeNumberIsMadeWhole() {
        assertThat(GridFit.fitted(GridGeometry.of(10, 10, 28, 28, 660, 660)).scale())
                .isEqualTo(2);
        assertThat(GridFit.fitted(GridGeometry.of(10, 10, 28, 28, 520, 520)).scale())
                .isBetween(1.6, 1.8);
    }

    @Test
    void theOverviewOfAHundredByAHundredImagesHasAllInView() {
        GridGeometry fitting = GridFit.fitted(GridGeometry.of(100, 100, 28, 28, 620, 620));
        GridGeometry overview = fitting.withScale(GridFit.overviewScale(fitting));

        assertThat(fitting.drawnWidth()).isEqualTo(20);
        assertThat(overview.drawnWidth()).isEqualTo(5);
        assertThat(overview.gridWidth()).isLessThanOrEqualTo(620);
        assertThat(overview.gridHeight()).isLessThanOrEqualTo(620);
    }

    @Test
    void allColumnsAreInViewWhileTheirImagesCanBeRecognized() {
        GridGeometry grid = GridFit.fitted(GridGeometry.of(10, 25, 28, 28, 620, 620));

        assertThat(grid.drawnWidth()).isBetween(20, 24);
        assertThat(grid.gridWidth()).isLessThanOrEqualTo(620);
    }

    @Test
    void aGridOfManyColumnsUsesTheHeightAndScrolls() {
        GridGeometry grid = GridFit.fitted(GridGeometry.of(10, 100, 28, 28, 620, 420));

        assertThat(grid.gridHeight()).isBetween(400, 420);
        assertThat(grid.gridWidth()).isGreaterThan(620);
    }

    @Test
    void tilesOfAGridThatScrollsAreNoLargerThanIsComfortable() {
        assertThat(GridFit.fitted(GridGeometry.of(2, 1000, 28, 28, 620, 620)).drawnWidth())
                .isEqualTo(2 * 28);
        assertThat(GridFit.fitted(GridGeometry.of(1000, 2, 32, 32, 620, 620)).drawnWidth())
                .isEqualTo(2 * 32);
        assertThat(GridFit.fitted(GridGeometry.of(2, 1000, 224, 224, 620, 620)).drawnWidth())
                .isEqualTo(64);
    }

    @Test
    void aNarrowGridIsCentered() {
        GridGeometry grid = GridGeometry.of(2, 2, 10, 10, 100, 60);

        assertThat(grid.gap()).isEqualTo(2);
        assertThat(grid.gridWidth()).isEqualTo(26);
        assertThat(grid.originX()).isEqualTo(37);
        assertThat(grid.tileX(0, 0)).isEqualTo(39);
        assertThat(grid.tileX(0, 1)).isEqualTo(51);
        assertThat(grid.tileY(1)).isEqualTo(14);
    }

    @Test
    void everyPlaceOnATileIsThatTile() {
        GridGeometry grid = GridGeometry.of(3, 4, 28, 28, 300, 250).withScale(2);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                int right = grid.tileX(0, column) + grid.drawnWidth() - 1;
                int bottom = grid.tileY(row) + grid.drawnHeight() - 1;
                assertThat(grid.tileAt(grid.tileX(0, column), grid.tileY(row))).contains(new Cell(row, column));
                assertThat(grid.tileAt(right, bottom)).contains(new Cell(row, column));
            }
        }
    }

    @Test
    void outsideTheGridIsNoTile() {
        GridGeometry grid = GridGeometry.of(2, 2, 10, 10, 100, 60);

        assertThat(grid.tileAt(36, 5)).isEmpty();
        assertThat(grid.tileAt(70, 5)).isEmpty();
        assertThat(grid.tileAt(40, 40)).isEmpty();
    }

    @Test
    void thePanEndsAtTheGridsEdges() {
        GridGeometry grid = GridGeometry.of(10, 10, 28, 28, 400, 300).withScale(4);

        assertThat(grid.pannedTo(-50, -50)).isEqualTo(grid);
        GridGeometry end = grid.pannedTo(100_000, 100_000);
        assertThat(end.tileX(0, 9) + end.drawnWidth() + end.gap()).isEqualTo(400);
        assertThat(end.tileY(9) + end.drawnHeight() + end.gap()).isEqualTo(300);
    }

    @Test
    void zoomingKeepsThePointUnderTheMouse() {
        GridGeometry grid = GridGeometry.of(100, 100, 28, 28, 500, 500).pannedTo(700, 900);
        GridGeometry larger = grid.scaledTo(2.5, 123, 321);

        assertThat(larger.scale()).isEqualTo(2.5);
        assertThat(larger.tileAt(123, 321)).isEqualTo(grid.tileAt(123, 321));
    }

    @Test
    void onlyTheTilesInViewAreVisited() {
        GridGeometry grid = GridGeometry.of(100, 100, 28, 28, 320, 160).pannedTo(1600, 0);

        assertThat(grid.pitchX()).isEqualTo(32);
        assertThat(grid.firstVisibleColumn()).isEqualTo(49);
        assertThat(grid.lastVisibleColumn()).isEqualTo(60);
        assertThat(grid.visibleRows()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aTileOutOfViewIsBroughtInByTheShortestWay() {
        GridGeometry grid = GridGeometry.of(100, 100, 28, 28, 320, 160);

        assertThat(grid.showing(new Cell(0, 5))).isEqualTo(grid);
        GridGeometry moved = grid.showing(new Cell(0, 20));
        assertThat(moved.tileX(0, 20) + moved.drawnWidth() + moved.gap()).isEqualTo(320);
        assertThat(moved.showing(new Cell(0, 3)).tileX(0, 3)).isEqualTo(moved.gap());
    }

    @Test
    void anEmptyGridHasNoTiles() {
        GridGeometry grid = GridFit.fitted(GridGeometry.of(0, 0, 1, 1, 100, 100));

        assertThat(grid.lastVisibleColumn()).isEqualTo(-1);
        assertThat(grid.tileAt(50, 50)).isEmpty();
    }
}
