package org.dwastudio.ui.imagegrid;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Positions of a grid's tiles in its view; all lengths are screen pixels unless stated otherwise. A grid that is
 * narrower than the view is centered, one that is larger is moved by the pan.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param tileHeight height of an image, in its own pixels
 * @param tileWidth width of an image, in its own pixels
 * @param scale screen pixels per image pixel
 * @param viewWidth width of the space for tiles
 * @param viewHeight height of the space for tiles
 * @param panX hidden width of the grid at the left
 * @param panY hidden height of the grid at the top
 */
record GridGeometry(
        int rows,
        int columns,
        int tileHeight,
        int tileWidth,
        double scale,
        int viewWidth,
        int viewHeight,
        int panX,
        int panY) {
    private static final int WIDEST_GAP = 8;
    private static final double SMALLEST_TILE = 4;

    /** Smallest tile in which an image can be recognized. */
    private static final double RECOGNIZABLE_TILE = 20;

    /** Largest tile of a grid that does not fit: more of its columns are worth more than larger ones. */
    private static final double COMFORTABLE_TILE = 64;

    /** Largest share of the size that is given up for square pixels of equal size. */
    private static final double SNAP_LOSS = 0.15;

    GridGeometry {
        panX = clamp(panX, gridLength(columns, drawn(tileWidth, scale), gap(tileHeight, tileWidth, scale)) - viewWidth);
        panY = clamp(panY, gridLength(rows, drawn(tileHeight, scale), gap(tileHeight, tileWidth, scale)) - viewHeight);
    }

    /**
     * Returns a geometry with the whole grid, as large as the view allows. A grid whose tiles would be too small to
     * recognize is shown in part, in tiles that use the room there is.
     */
    static GridGeometry fitting(int rows, int columns, int tileHeight, int tileWidth, int viewWidth, int viewHeight) {
        GridGeometry unscaled = new GridGeometry(rows, columns, tileHeight, tileWidth, 1, viewWidth, viewHeight, 0, 0);
        double side = Math.min(tileHeight, tileWidth);
        double whole = unscaled.wholeScale();
        double part = unscaled.largestScale(grid -> grid.fitsWidth() || grid.fitsHeight());
        double scrolled = Math.max(RECOGNIZABLE_TILE, Math.min(part * side, COMFORTABLE_TILE)) / side;
        double fits = whole * side >= RECOGNIZABLE_TILE ? whole : scrolled;
        double crisp = Math.floor(fits);
        return unscaled.withScale(fits - crisp <= SNAP_LOSS * fits ? crisp : fits);
    }

    /** Returns the largest scale at which all tiles are in view, or that of the smallest tiles. */
    double overviewScale() {
        return Math.max(SMALLEST_TILE / Math.min(tileHeight, tileWidth), wholeScale());
    }

    private double wholeScale() {
        return largestScale(grid -> grid.fitsWidth() && grid.fitsHeight());
    }

    private double largestScale(Predicate<GridGeometry> fits) {
        double low = 0;
        double high = Math.max(viewWidth, viewHeight);
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (fits.test(withScale(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean fitsWidth() {
        return gridWidth() <= viewWidth;
    }

    boolean fitsHeight() {
        return gridHeight() <= viewHeight;
    }

    GridGeometry withScale(double newScale) {
        return new GridGeometry(rows, columns, tileHeight, tileWidth, newScale, viewWidth, viewHeight, 0, 0);
    }

    /** Returns this grid at another scale; the point (x, y) of the view keeps its place on the grid. */
    GridGeometry scaledTo(double newScale, double x, double y) {
        double whole = Math.rint(newScale);
        double snapped = whole >= 1 && Math.abs(newScale - whole) <= SNAP_LOSS / 2 * newScale ? whole : newScale;
        double alongX = (x - originX()) / gridWidth();
        double alongY = (y - originY()) / gridHeight();
        GridGeometry scaled = withScale(snapped);
        return scaled.pannedTo(
                (int) Math.rint(alongX * scaled.gridWidth() - x), (int) Math.rint(alongY * scaled.gridHeight() - y));
    }

    GridGeometry pannedTo(int newPanX, int newPanY) {
        return new GridGeometry(rows, columns, tileHeight, tileWidth, scale, viewWidth, viewHeight, newPanX, newPanY);
    }

    /** Returns this grid in a view of another size, at the same scale. */
    GridGeometry inView(int newWidth, int newHeight) {
        return new GridGeometry(rows, columns, tileHeight, tileWidth, scale, newWidth, newHeight, panX, panY);
    }

    /** Returns this grid, panned as little as possible so that a tile is in view. */
    GridGeometry showing(Tile tile) {
        int top = tile.row() * pitchY();
        return showingColumn(tile.column()).pannedDown(nearest(panY, top + pitchY() + gap() - viewHeight, top));
    }

    /** Returns this grid, panned as little as possible so that a column is in view. */
    GridGeometry showingColumn(int column) {
        int left = column * pitchX();
        return pannedTo(nearest(panX, left + pitchX() + gap() - viewWidth, left), panY);
    }

    private GridGeometry pannedDown(int newPanY) {
        return pannedTo(panX, newPanY);
    }

    /** Returns true if all of a column's width is in view. */
    boolean isWhole(int column) {
        return tileX(column) >= 0 && tileX(column) + drawnWidth() <= viewWidth;
    }

    /** Returns the tile at a point of the view; the gap around a tile counts as part of it. */
    Optional<Tile> tileAt(double x, double y) {
        int column = (int) Math.floor((x - originX() - gap() / 2.0) / pitchX());
        int row = (int) Math.floor((y - originY() - gap() / 2.0) / pitchY());
        boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
        return inside ? Optional.of(new Tile(row, column)) : Optional.empty();
    }

    int drawnWidth() {
        return drawn(tileWidth, scale);
    }

    int drawnHeight() {
        return drawn(tileHeight, scale);
    }

    int gap() {
        return gap(tileHeight, tileWidth, scale);
    }

    int pitchX() {
        return drawnWidth() + gap();
    }

    int pitchY() {
        return drawnHeight() + gap();
    }

    int gridWidth() {
        return gridLength(columns, drawnWidth(), gap());
    }

    int gridHeight() {
        return gridLength(rows, drawnHeight(), gap());
    }

    int originX() {
        return Math.max(0, (viewWidth - gridWidth()) / 2) - panX;
    }

    int originY() {
        return -panY;
    }

    /** Returns the left edge of a column's images. */
    int tileX(int column) {
        return originX() + gap() + column * pitchX();
    }

    /** Returns the upper edge of a row's images. */
    int tileY(int row) {
        return originY() + gap() + row * pitchY();
    }

    int firstVisibleColumn() {
        return Math.max(0, Math.floorDiv(-originX() - gap(), pitchX()));
    }

    int lastVisibleColumn() {
        return Math.min(columns - 1, Math.floorDiv(viewWidth - originX(), pitchX()));
    }

    int firstVisibleRow() {
        return Math.max(0, Math.floorDiv(-originY() - gap(), pitchY()));
    }

    int lastVisibleRow() {
        return Math.min(rows - 1, Math.floorDiv(viewHeight - originY(), pitchY()));
    }

    private static int drawn(int pixels, double scale) {
        return Math.max(1, (int) Math.floor(pixels * scale));
    }

    private static int gap(int tileHeight, int tileWidth, double scale) {
        int smaller = Math.min(drawn(tileHeight, scale), drawn(tileWidth, scale));
        return Math.min(WIDEST_GAP, (int) Math.ceil(smaller / 8.0));
    }

    private static int gridLength(int tiles, int drawn, int gap) {
        return tiles * (drawn + gap) + gap;
    }

    private static int clamp(int pan, int largest) {
        return Math.max(0, Math.min(pan, largest));
    }

    private static int nearest(int current, int smallest, int largest) {
        return Math.max(Math.min(current, largest), smallest);
    }
}
