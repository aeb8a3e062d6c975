package org.dwastudio.ui.imagegrid;

/**
 * Blocks next to each other into which the rows of a grid flow.
 *
 * @param count number of blocks, 1 or more
 * @param space width between two blocks, in screen pixels: the names of the rows are there
 */
record GridBlocks(int count, int space) {
    static final GridBlocks ONE = new GridBlocks(1, 0);

    /** Returns the number of rows of the longest block. */
    int lines(int rows) {
        return (rows + count - 1) / count;
    }

    /** Returns true if every block has a row. */
    boolean areUsedBy(int rows) {
        return count == 1 || (count - 1) * lines(rows) < rows;
    }
}
