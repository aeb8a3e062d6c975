package org.dwastudio.ui.imagegrid;

/**
 * Columns of a grid that are in view over all of their width.
 *
 * @param first the first of them
 * @param last the last of them; less than the first if there is none
 * @param total number of columns of the grid
 */
public record VisibleColumns(int first, int last, int total) {
    static final VisibleColumns NONE = new VisibleColumns(0, -1, 0);

    /** Returns true if no column is hidden. */
    public boolean isAll() {
        return last - first + 1 == total;
    }
}
