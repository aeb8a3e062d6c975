package org.dwastudio.ui.imagegrid;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Positions of a grid's tiles in its view; all lengths are screen pixels unless stated otherwise. A grid that is
 * narrower than the view is centered, one that is larger is moved by the pan. Rows may flow into several blocks.
 *
 * @param rows number of shown rows
 * @param columns number of columns
 * @param tileHeight height of an image, in its own pixels
 * @param tileWidth width of an image, in its own pixels
 * @param scale screen pixels per image pixel
 * @param viewWidth width of the space for tiles
 * @param viewHeight height of the space for tiles
 * @param panX hidden width of the grid at the left
 * @param panY hidden height of the grid at the top
 * @param blocks blocks of the rows
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
        int panY,
        GridBlocks blocks) {
    private static final int WIDEST_GAP = 8;

    /** Largest share of the size that is given up for square pixels of equal size. */
    static final double SNAP_LOSS = 0.15;

    GridGeometry {
        int drawnGap = gap(tileHeight, tileWidth, scale);
        int width = gridWidth(columns, drawn(tileWidth, scale), drawnGap, blocks);
        panX = clamp(panX, width - viewWidth);
        panY = clamp(panY, gridLength(blocks.lines(rows), drawn(tileHeight, scale), drawnGap) - viewHeight);
    }

    /** Returns an unscaled grid of one block. */
    static GridGeometry of(int rows, int columns, int tileHeight, int tileWidth, int viewWidth, int viewHeight) {
        return new GridGeometry(rows, columns, tileHeight, tileWidth, 1, viewWidth, viewHeight, 0, 0, GridBlocks.ONE);
    }

    /** Returns this grid with its rows in other blocks, at its upper left corner. */
    GridGeometry inBlocks(GridBlocks others) {
        return new GridGeometry(rows, columns, tileHeight, tileWidth, scale, viewWidth, viewHeight, 0, 0, others);
    }

    boolean fits() {
        return fitsWidth() && fitsHeight();
    }

    boolean fitsWidth() {
        return gridWidth() <= viewWidth;
    }

    boolean fitsHeight() {
        return gridHeight() <= viewHeight;
    }

    GridGeometry withScale(double newScale) {
        return new GridGeometry(rows, columns, tileHeight, tileWidth, newScale, viewWidth, viewHeight, 0, 0, blocks);
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
        return new GridGeometry(
                rows, columns, tileHeight, tileWidth, scale, viewWidth, viewHeight, newPanX, newPanY, blocks);
    }

    /** Returns this grid in a view of another size, at the same scale. */
    GridGeometry inView(int newWidth, int newHeight) {
        return new GridGeometry(rows, columns, tileHeight, tileWidth, scale, newWidth, newHeight, panX, panY, blocks);
    }

    /** Returns this grid, panned as little as possible so that a tile is in view. */
    GridGeometry showing(Cell cell) {
        int top = lineOf(cell.row()) * pitchY();
        int left = blockLeft(blockOf(cell.row())) + cell.column() * pitchX();
        return pannedTo(
                nearest(panX, left + pitchX() + gap() - viewWidth, left),
                nearest(panY, top + pitchY() + gap() - viewHeight, top));
    }

    /** Returns this grid, panned as little as possible so that a column is in view; unchanged if it is in several blocks. */
    GridGeometry showingColumn(int column) {
        int left = column * pitchX();
        return blocks.count() > 1 ? this : pannedTo(nearest(panX, left + pitchX() + gap() - viewWidth, left), panY);
    }

    /** Returns true if all of a column's width is in view, or if it is in several blocks. */
    boolean isWhole(int column) {
        int left = tileX(0, column);
        return blocks.count() > 1 || (left >= 0 && left + drawnWidth() <= viewWidth);
    }

    /** Returns the tile at a point of the view; the gap around a tile counts as part of it. */
    Optional<Cell> tileAt(double x, double y) {
        double along = x - originX();
        int block = (int) Math.max(0, Math.min(blocks.count() - 1.0, Math.floor(along / blockPitch())));
        int column = (int) Math.floor((along - blockLeft(block) - gap() / 2.0) / pitchX());
        int line = (int) Math.floor((y - originY() - gap() / 2.0) / pitchY());
        int row = block * lines() + line;
        boolean inside = column >= 0 && column < columns && line >= 0 && line < lines() && row < rows;
        return inside ? Optional.of(new Cell(row, column)) : Optional.empty();
    }

    /** Returns the tile at some distance from another one, or that at the edge; a step sideways leads to the next block. */
    Cell neighbor(Cell from, int rowStep, int columnStep) {
        int column = from.column() + columnStep;
        int row = from.row() + rowStep;
        boolean leaves = Math.abs(columnStep) == 1 && (column < 0 || column >= columns);
        int beyond = row + columnStep * lines();
        return leaves && beyond >= 0 && beyond < rows
                ? new Cell(beyond, columnStep > 0 ? 0 : columns - 1)
                : new Cell(clamp(row, rows - 1), clamp(column, columns - 1));
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
        return gridWidth(columns, drawnWidth(), gap(), blocks);
    }

    int gridHeight() {
        return gridLength(lines(), drawnHeight(), gap());
    }

    /** Returns the number of rows of the longest block. */
    int lines() {
        return blocks.lines(rows);
    }

    private int lineOf(int row) {
        return rows == 0 ? 0 : row % lines();
    }

    private int blockOf(int row) {
        return rows == 0 ? 0 : row / lines();
    }

    private int blockPitch() {
        return gridLength(columns, drawnWidth(), gap()) + blocks.space();
    }

    private int blockLeft(int block) {
        return block * blockPitch();
    }

    int originX() {
        return Math.max(0, (viewWidth - gridWidth()) / 2) - panX;
    }

    int originY() {
        return -panY;
    }

    /** Returns the left edge of a tile. */
    int tileX(int row, int column) {
        return originX() + blockLeft(blockOf(row)) + gap() + column * pitchX();
    }

    /** Returns the upper edge of a row's images. */
    int tileY(int row) {
        return originY() + gap() + lineOf(row) * pitchY();
    }

    int firstVisibleColumn() {
        return blocks.count() > 1 ? 0 : Math.max(0, Math.floorDiv(-originX() - gap(), pitchX()));
    }

    int lastVisibleColumn() {
        int last = blocks.count() > 1 ? columns : Math.floorDiv(viewWidth - originX(), pitchX());
        return Math.min(columns - 1, last);
    }

    /** Returns the rows that are in view, at least in part. */
    int[] visibleRows() {
        int first = Math.max(0, Math.floorDiv(-originY() - gap(), pitchY()));
        int last = Math.min(lines() - 1, Math.floorDiv(viewHeight - originY(), pitchY()));
        return IntStream.range(0, rows)
                .filter(row -> lineOf(row) >= first && lineOf(row) <= last)
                .toArray();
    }

    private static int drawn(int pixels, double scale) {
        return Math.max(1, (int) Math.floor(pixels * scale));
    }

    private static int gap(int tileHeight, int tileWidth, double scale) {
        int smaller = Math.min(drawn(tileHeight, scale), drawn(tileWidth, scale));
        return Math.min(WIDEST_GAP, (int) Math.ceil(smaller / 8.0));
    }

    private static int gridWidth(int columns, int drawn, int gap, GridBlocks blocks) {
        return blocks.count() * (gridLength(columns, drawn, gap) + blocks.space()) - blocks.space();
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
