package org.dwastudio.ui.imagegrid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridGeometryTest {
    @Test
    void tenByTenImagesFillTheViewAndAllAreInIt() {
        GridGeometry grid = GridGeometry.fitting(10, 10, 28, 28, 620, 540);

        assertThat(grid.gridHeight()).isBetween(500, 540);
        assertThat(grid.gridWidth()).isLessThanOrEqualTo(620);
        assertThat(grid.tileY(9) + grid.drawnHeight()).isLessThanOrEqualTo(540);
        assertThat(grid.lastVisibleColumn()).isEqualTo(9);
        assertThat(grid.lastVisibleRow()).isEqualTo(9);
    }

    @Test
    void aScaleSlightlyAboveAWholeNumberIsMadeWhole() {
        assertThat(GridGeometry.fitting(10, 10, 28, 28, 660, 660).scale()).isEqualTo(2);
        assertThat(GridGeometry.fitting(10, 10, 28, 28, 520, 520).scale()).isBetween(1.6, 1.8);
    }

    @Test
    void theOverviewOfAHundredByAHundredImagesHasAllInView() {
        GridGeometry fitting = GridGeometry.fitting(100, 100, 28, 28, 620, 620);
        GridGeometry overview = fitting.withScale(fitting.overviewScale());

        assertThat(fitting.drawnWidth()).isEqualTo(20);
        assertThat(overview.drawnWidth()).isEqualTo(5);
        assertThat(overview.gridWidth()).isLessThanOrEqualTo(620);
        assertThat(overview.gridHeight()).isLessThanOrEqualTo(620);
    }

    @Test
    void allColumnsAreInViewWhileTheirImagesCanBeRecognized() {
        GridGeometry grid = GridGeometry.fitting(10, 25, 28, 28, 620, 620);

        assertThat(grid.drawnWidth()).isBetween(20, 24);
        assertThat(grid.gridWidth()).isLessThanOrEqualTo(620);
    }

    @Test
    void aGridOfManyColumnsUsesTheHeightAndScrolls() {
        GridGeometry grid = GridGeometry.fitting(10, 100, 28, 28, 620, 420);

        assertThat(grid.gridHeight()).isBetween(400, 420);
        assertThat(grid.gridWidth()).isGreaterThan(620);
    }

    @Test
    void tilesOfAGridThatScrollsAreNoLargerThanIsComfortable() {
        assertThat(GridGeometry.fitting(2, 1000, 28, 28, 620, 620).drawnWidth()).isEqualTo(2 * 28);
        assertThat(GridGeometry.fitting(1000, 2, 32, 32, 620, 620).drawnWidth()).isEqualTo(2 * 32);
        assertThat(GridGeometry.fitting(2, 1000, 224, 224, 620, 620).drawnWidth())
                .isEqualTo(64);
    }

    @Test
    void aNarrowGridIsCentered() {
        GridGeometry grid = new GridGeometry(2, 2, 10, 10, 1, 100, 60, 0, 0);

        assertThat(grid.gap()).isEqualTo(2);
        assertThat(grid.gridWidth()).isEqualTo(26);
        assertThat(grid.originX()).isEqualTo(37);
        assertThat(grid.tileX(0)).isEqualTo(39);
        assertThat(grid.tileX(1)).isEqualTo(51);
        assertThat(grid.tileY(1)).isEqualTo(14);
    }

    @Test
    void everyPlaceOnATileIsThatTile() {
        GridGeometry grid = new GridGeometry(3, 4, 28, 28, 2, 300, 250, 0, 0);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                int right = grid.tileX(column) + grid.drawnWidth() - 1;
                int bottom = grid.tileY(row) + grid.drawnHeight() - 1;
                assertThat(grid.tileAt(grid.tileX(column), grid.tileY(row))).contains(new Tile(row, column));
                assertThat(grid.tileAt(right, bottom)).contains(new Tile(row, column));
            }
        }
    }

    @Test
    void outsideTheGridIsNoTile() {
        GridGeometry grid = new GridGeometry(2, 2, 10, 10, 1, 100, 60, 0, 0);

        assertThat(grid.tileAt(36, 5)).isEmpty();
        assertThat(grid.tileAt(70, 5)).isEmpty();
        assertThat(grid.tileAt(40, 40)).isEmpty();
    }

    @Test
    void thePanEndsAtTheGridsEdges() {
        GridGeometry grid = new GridGeometry(10, 10, 28, 28, 4, 400, 300, 0, 0);

        assertThat(grid.pannedTo(-50, -50)).isEqualTo(grid);
        GridGeometry end = grid.pannedTo(100_000, 100_000);
        assertThat(end.tileX(9) + end.drawnWidth() + end.gap()).isEqualTo(400);
        assertThat(end.tileY(9) + end.drawnHeight() + end.gap()).isEqualTo(300);
    }

    @Test
    void zoomingKeepsThePointUnderTheMouse() {
        GridGeometry grid = new GridGeometry(100, 100, 28, 28, 1, 500, 500, 700, 900);
        GridGeometry larger = grid.scaledTo(2.5, 123, 321);

        assertThat(larger.scale()).isEqualTo(2.5);
        assertThat(larger.tileAt(123, 321)).isEqualTo(grid.tileAt(123, 321));
    }

    @Test
    void onlyTheTilesInViewAreVisited() {
        GridGeometry grid = new GridGeometry(100, 100, 28, 28, 1, 320, 160, 1600, 0);

        assertThat(grid.pitchX()).isEqualTo(32);
        assertThat(grid.firstVisibleColumn()).isEqualTo(49);
        assertThat(grid.lastVisibleColumn()).isEqualTo(60);
        assertThat(grid.firstVisibleRow()).isZero();
        assertThat(grid.lastVisibleRow()).isEqualTo(5);
    }

    @Test
    void aTileOutOfViewIsBroughtInByTheShortestWay() {
        GridGeometry grid = new GridGeometry(100, 100, 28, 28, 1, 320, 160, 0, 0);

        assertThat(grid.showing(new Tile(0, 5))).isEqualTo(grid);
        GridGeometry moved = grid.showing(new Tile(0, 20));
        assertThat(moved.tileX(20) + moved.drawnWidth() + moved.gap()).isEqualTo(320);
        assertThat(moved.showing(new Tile(0, 3)).tileX(3)).isEqualTo(moved.gap());
    }

    @Test
    void anEmptyGridHasNoTiles() {
        GridGeometry grid = GridGeometry.fitting(0, 0, 1, 1, 100, 100);

        assertThat(grid.lastVisibleColumn()).isEqualTo(-1);
        assertThat(grid.tileAt(50, 50)).isEmpty();
    }
}
