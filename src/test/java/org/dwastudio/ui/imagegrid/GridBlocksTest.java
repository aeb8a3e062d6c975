package org.dwastudio.ui.imagegrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridBlocksTest {
    private static final int SPACE = 80;

    @Test
    void fewColumnsFlowIntoTwoBlocksOfLargerTiles() {
        GridGeometry one = GridFit.fitted(GridGeometry.of(10, 3, 32, 32, 640, 420));
        GridGeometry two = flowed(10, 3, 640, 420);

        assertThat(two.blocks().count()).isEqualTo(2);
        assertThat(one.drawnWidth()).isBetween(30, 40);
        assertThat(two.drawnWidth()).isBetween(64, 80);
        assertThat(two.gridWidth()).isLessThanOrEqualTo(640);
        assertThat(two.gridHeight()).isLessThanOrEqualTo(420);
        assertThat(two.lines()).isEqualTo(5);
    }

    @Test
    void oneColumnFlowsIntoThreeBlocks() {
        GridGeometry grid = flowed(9, 1, 640, 420);

        assertThat(grid.blocks().count()).isEqualTo(3);
        assertThat(grid.lines()).isEqualTo(3);
    }

    @Test
    void manyColumnsStayInOneBlock() {
        assertThat(flowed(10, 10, 640, 420).blocks()).isEqualTo(GridBlocks.ONE);
        assertThat(flowed(10, 100, 640, 420).blocks()).isEqualTo(GridBlocks.ONE);
        assertThat(flowed(1000, 2, 640, 420).blocks()).isEqualTo(GridBlocks.ONE);
        assertThat(flowed(1, 1, 640, 420).blocks()).isEqualTo(GridBlocks.ONE);
    }

    @Test
    void noBlockIsEmpty() {
        GridGeometry grid = flowed(4, 1, 2000, 100);

        assertThat(grid.blocks().areUsedBy(4)).isTrue();
        assertThat(new GridBlocks(3, 0).areUsedBy(4)).isFalse();
    }

    @Test
    void everyPlaceOnATileOfAnyBlockIsThatTile() {
        GridGeometry grid = flowed(9, 3, 640, 420);
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < 3; column++) {
                int right = grid.tileX(row, column) + grid.drawnWidth() - 1;
                int bottom = grid.tileY(row) + grid.drawnHeight() - 1;
                Cell cell = new Cell(row, column);
                assertThat(grid.tileAt(grid.tileX(row, column), grid.tileY(row)))
                        .contains(cell);
                assertThat(grid.tileAt(right, bottom)).contains(cell);
            }
        }
        int names = grid.tileX(grid.lines(), 0) - SPACE / 2;
        assertThat(grid.tileAt(names, grid.tileY(0))).isEmpty();
        assertThat(grid.tileAt(grid.tileX(8, 0), grid.tileY(4) + 5)).isEmpty();
    }

    @Test
    void aStepSidewaysLeadsToTheNextBlockAndAStepDownToTheNextRow() {
        GridGeometry grid = flowed(9, 3, 640, 420);

        assertThat(grid.neighbor(new Cell(1, 2), 0, 1)).isEqualTo(new Cell(6, 0));
        assertThat(grid.neighbor(new Cell(6, 0), 0, -1)).isEqualTo(new Cell(1, 2));
        assertThat(grid.neighbor(new Cell(4, 2), 0, 1)).isEqualTo(new Cell(4, 2));
        assertThat(grid.neighbor(new Cell(4, 1), 1, 0)).isEqualTo(new Cell(5, 1));
        assertThat(grid.neighbor(new Cell(8, 1), 1, 0)).isEqualTo(new Cell(8, 1));
        assertThat(grid.neighbor(new Cell(1, 2), 0, 100_000)).isEqualTo(new Cell(1, 2));
    }

    @Test
    void aTileOfTheSecondBlockIsBroughtIntoView() {
        GridGeometry grid = flowed(10, 3, 640, 420);
        GridGeometry larger = grid.scaledTo(8, 0, 0);

        GridGeometry moved = larger.showing(new Cell(9, 2));

        assertThat(moved.tileX(9, 2) + moved.drawnWidth() + moved.gap()).isEqualTo(640);
        assertThat(moved.tileY(9) + moved.drawnHeight() + moved.gap()).isEqualTo(420);
        assertThat(moved.visibleRows()).contains(9).doesNotContain(0);
    }

    @Test
    void hiddenAndSortedClassesAreMappedToTheirRowsAndBack() {
        GridRows rows = GridRows.all(List.of("Shirt", "Bag", "Boot"), 3).of(List.of(2, 0, 7));

        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.tileAt(new Cell(0, 4))).isEqualTo(new Tile(2, 4));
        assertThat(rows.cellOf(new Tile(0, 4))).contains(new Cell(1, 4));
        assertThat(rows.cellOf(new Tile(1, 4))).isEmpty();
        assertThat(rows.nameOf(2)).isEqualTo("Boot");
        assertThat(rows.nameOf(9)).isEqualTo("9");
    }

    private static GridGeometry flowed(int rows, int columns, int width, int height) {
        return GridFit.flowed(GridGeometry.of(rows, columns, 32, 32, width, height), SPACE);
    }
}
