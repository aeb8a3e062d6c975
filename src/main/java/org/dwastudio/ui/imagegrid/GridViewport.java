package org.dwastudio.ui.imagegrid;

import java.util.OptionalInt;

/**
 * Visible part of a grid. All lengths are screen pixels. Room for a scroll bar is taken from the view only while the
 * bar is needed. The column that a run has come to stays in view until the user scrolls it out of view.
 */
final class GridViewport {
    /** Largest magnification relative to the size that fits the space. */
    static final double MAX_ZOOM = 64;

    private GridGeometry geometry = GridGeometry.of(0, 0, 1, 1, 1, 1);
    private int width = 1;
    private int height = 1;
    private int barThickness;
    private int blockSpace;
    private boolean flows;
    private double smallest = GridFit.RECOGNIZABLE_TILE;
    private double zoom = 1;
    private boolean following = true;
    private boolean sized;
    private OptionalInt followed = OptionalInt.empty();

    /** Shows another grid: fitted, from its first tile on. */
    void reset(TileStore store) {
        geometry = GridGeometry.of(store.rows(), store.columns(), store.height(), store.width(), width, height);
        zoom = 1;
        following = true;
        followed = OptionalInt.empty();
        geometry = fitting();
    }

    GridGeometry geometry() {
        return geometry;
    }

    /** Lets the rows flow into several blocks where that makes the tiles larger. */
    void flow() {
        flows = true;
    }

    /** Shows another number of rows, at the same magnification. */
    void setRows(int rows) {
        GridGeometry shown = geometry;
        geometry = GridGeometry.of(
                rows, shown.columns(), shown.tileHeight(), shown.tileWidth(), shown.viewWidth(), shown.viewHeight());
        refit();
    }

    /** Returns true if the grid is wider than its view. */
    boolean scrollsSideways() {
        return !geometry.fitsWidth();
    }

    /** Returns true if the grid is higher than its view. */
    boolean scrollsDown() {
        return !geometry.fitsHeight();
    }

    /** Returns true if the space is not the one that was set last. */
    boolean differs(int newWidth, int newHeight, int newBarThickness, int newBlockSpace) {
        return newWidth != width
                || newHeight != height
                || newBarThickness != barThickness
                || newBlockSpace != blockSpace;
    }

    /**
     * Sets the space for tiles and scroll bars. The first visible column stays the first one.
     *
     * @param newBlockSpace width between two blocks of rows
     */
    void resize(int newWidth, int newHeight, int newBarThickness, int newBlockSpace) {
        width = newWidth;
        height = newHeight;
        barThickness = newBarThickness;
        blockSpace = newBlockSpace;
        sized = true;
        refit();
    }

    private void refit() {
        GridGeometry before = geometry;
        GridGeometry fitting = fitting();
        GridGeometry scaled = zoom == 1 ? fitting : inRoom(fitting.scaledTo(fitting.scale() * zoom, 0, 0));
        geometry = scaled.pannedTo(
                rescaled(before.panX(), before.pitchX(), scaled.pitchX()),
                rescaled(before.panY(), before.pitchY(), scaled.pitchY()));
        follow();
    }

    private static int rescaled(int pan, int before, int now) {
        return (int) Math.rint((double) pan * now / before);
    }

    /** Returns the magnification at which all tiles are in view, 1 if the fitted grid is. */
    double smallestZoom() {
        GridGeometry whole = geometry.inView(width, height);
        return Math.min(1, GridFit.overviewScale(whole) / fitting().scale());
    }

    /** Magnifies the fitted grid; the point (x, y) of the view keeps its place on the grid. */
    void zoomTo(double magnification, double x, double y) {
        zoom = magnification;
        GridGeometry fitting = fitting();
        geometry = zoom == 1
                ? fitting.pannedTo(
                        rescaled(geometry.panX(), geometry.pitchX(), fitting.pitchX()),
                        rescaled(geometry.panY(), geometry.pitchY(), fitting.pitchY()))
                : inRoom(geometry.scaledTo(fitting.scale() * zoom, x, y));
        moved();
    }

    /** Scrolls by hand. */
    void panTo(int panX, int panY) {
        geometry = geometry.pannedTo(panX, panY);
        moved();
    }

    /** Scrolls by hand as little as possible so that a tile is in view. */
    void show(Cell tile) {
        geometry = geometry.showing(tile);
        moved();
    }

    /** Scrolls a tile into view that was in view before the space changed. */
    void keep(Cell tile) {
        geometry = geometry.showing(tile);
    }

    /** Returns true if all of a tile is in view. */
    boolean isInView(Cell tile) {
        return geometry.equals(geometry.showing(tile));
    }

    /** Sets the column that the run has come to, and brings it into view unless the user has scrolled away. */
    void follow(OptionalInt column) {
        if (!column.equals(followed)) {
            followed = column;
            follow();
        }
    }

    /** Returns the columns that are in view over all of their width. */
    VisibleColumns columns() {
        int first = geometry.firstVisibleColumn();
        int last = geometry.lastVisibleColumn();
        return new VisibleColumns(
                first <= last && !geometry.isWhole(first) ? first + 1 : first,
                first <= last && !geometry.isWhole(last) ? last - 1 : last,
                geometry.columns());
    }

    private void follow() {
        if (sized && following && followed.isPresent()) {
            int column = followed.getAsInt();
            int next = Math.min(geometry.columns() - 1, column + 1);
            geometry = geometry.showingColumn(next).showingColumn(column);
        }
    }

    private void moved() {
        following = followed.isEmpty() ? following : geometry.isWhole(followed.getAsInt());
    }

    /** Shows all rows also in tiles that are small. */
    void preferWhole() {
        smallest = GridFit.SMALLEST_COMPARED_TILE;
    }

    private GridGeometry fitting() {
        GridGeometry fitting = fitting(width, height);
        int lower = fitting.fitsWidth() ? height : height - barThickness;
        fitting = fitting(width, lower);
        return fitting.fitsHeight() ? fitting : fitting(width - barThickness, lower);
    }

    private GridGeometry fitting(int viewWidth, int viewHeight) {
        GridGeometry unscaled = GridGeometry.of(
                geometry.rows(),
                geometry.columns(),
                geometry.tileHeight(),
                geometry.tileWidth(),
                Math.max(1, viewWidth),
                Math.max(1, viewHeight));
        return flows ? GridFit.flowed(unscaled, blockSpace) : GridFit.fitted(unscaled, smallest);
    }

    /** Returns a grid in the view that its scroll bars leave. */
    private GridGeometry inRoom(GridGeometry scaled) {
        boolean wide = scaled.gridWidth() > width;
        boolean tall = scaled.gridHeight() > height - (wide ? barThickness : 0);
        wide = scaled.gridWidth() > width - (tall ? barThickness : 0);
        return scaled.inView(
                Math.max(1, width - (tall ? barThickness : 0)), Math.max(1, height - (wide ? barThickness : 0)));
    }
}
