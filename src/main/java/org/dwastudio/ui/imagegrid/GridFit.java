package org.dwastudio.ui.imagegrid;

import java.util.function.Predicate;

/** Scales and blocks at which a grid fits its view. */
final class GridFit {
    private static final double SMALLEST_TILE = 4;

    /** Smallest tile in which an image can be recognized. */
    static final double RECOGNIZABLE_TILE = 20;

    /** Smallest tile of a grid whose rows are compared with those of another one. */
    static final double SMALLEST_COMPARED_TILE = 10;

    /** Largest tile of a grid that does not fit: more of its columns are worth more than larger ones. */
    private static final double COMFORTABLE_TILE = 64;

    /** Largest number of blocks: more would be confusing. */
    private static final int MOST_BLOCKS = 3;

    /** Gain in size that is worth another block. */
    private static final double WORTH_A_BLOCK = 1.1;

    private GridFit() {}

    /**
     * Returns a grid with all rows in its blocks, as large as the view allows. A grid whose tiles would be too small to
     * recognize is shown in part, in tiles that use the room there is.
     */
    static GridGeometry fitted(GridGeometry grid) {
        return fitted(grid, RECOGNIZABLE_TILE);
    }

    /**
     * Returns a grid with all rows in its blocks, as long as its tiles have a size at least.
     *
     * @param smallest side of the smallest tile of a grid that is shown as a whole
     */
    static GridGeometry fitted(GridGeometry grid, double smallest) {
        double side = Math.min(grid.tileHeight(), grid.tileWidth());
        double whole = largestScale(grid, GridGeometry::fits);
        double part = largestScale(grid, scaled -> scaled.fitsWidth() || scaled.fitsHeight());
        double scrolled = Math.max(RECOGNIZABLE_TILE, Math.min(part * side, COMFORTABLE_TILE)) / side;
        double fits = whole * side >= smallest ? whole : scrolled;
        double crisp = Math.floor(fits);
        return grid.withScale(fits - crisp <= GridGeometry.SNAP_LOSS * fits ? crisp : fits);
    }

    /**
     * Returns a grid in the number of blocks that allows the largest tiles without scrolling, or in one block if none does.
     *
     * @param space width between two blocks
     */
    static GridGeometry flowed(GridGeometry grid, int space) {
        GridGeometry best = fitted(grid.inBlocks(GridBlocks.ONE));
        for (int count = 2; count <= MOST_BLOCKS; count++) {
            GridBlocks blocks = new GridBlocks(count, space);
            GridGeometry next = fitted(grid.inBlocks(blocks));
            boolean isLarger = next.scale() >= WORTH_A_BLOCK * best.scale() || !best.fits();
            if (blocks.areUsedBy(grid.rows()) && next.fits() && isLarger) {
                best = next;
            }
        }
        return best;
    }

    /** Returns the largest scale at which all tiles are in view, or that of the smallest tiles. */
    static double overviewScale(GridGeometry grid) {
        double smallest = SMALLEST_TILE / Math.min(grid.tileHeight(), grid.tileWidth());
        return Math.max(smallest, largestScale(grid, GridGeometry::fits));
    }

    private static double largestScale(GridGeometry grid, Predicate<GridGeometry> fits) {
        double low = 0;
        double high = Math.max(grid.viewWidth(), grid.viewHeight());
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (fits.test(grid.withScale(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
