package org.dwastudio.image.sheet;

import java.awt.Dimension;
import java.awt.Point;

/**
 * Layout of a contact sheet, in pixels. Tiles are integer multiples of small images and integer fractions of large
 * ones. A sheet that would not fit into memory gets smaller tiles, then fewer rows.
 *
 * @param rows number of classes shown
 * @param columns number of columns shown
 * @param tileWidth width of an image on the sheet
 * @param tileHeight height of an image on the sheet
 * @param labelWidth width of the class names
 */
public record ContactSheetLayout(int rows, int columns, int tileWidth, int tileHeight, int labelWidth) {
    public static final int GAP = 3;
    public static final int MARGIN = 16;
    public static final int HEADER_HEIGHT = 22;

    private static final int LARGEST_REDUCED = 128;
    private static final int SMALLEST_ROW = 16;
    private static final long MOST_PIXELS = 64_000_000;

    /**
     * Finds the largest layout that fits.
     *
     * @param width width of an image
     * @param height height of an image
     * @param largestTile size up to which smaller images are enlarged
     */
    public static ContactSheetLayout of(int rows, int columns, int width, int height, int labelWidth, int largestTile) {
        int larger = Math.max(width, height);
        int enlarged = Math.max(1, largestTile / larger);
        int reduced = larger <= largestTile ? 1 : (larger + LARGEST_REDUCED - 1) / LARGEST_REDUCED;
        ContactSheetLayout layout = scaled(rows, columns, width, height, labelWidth, enlarged, reduced);
        while (layout.pixels() > MOST_PIXELS && enlarged > 1) {
            enlarged--;
            layout = scaled(rows, columns, width, height, labelWidth, enlarged, reduced);
        }
        while (layout.pixels() > MOST_PIXELS && layout.rows > 1) {
            layout = layout.withRows(layout.rows / 2);
        }
        return layout;
    }

    /** Returns width and height of the sheet. */
    public Dimension size() {
        Point end = tile(rows, columns);
        return new Dimension(end.x - GAP + MARGIN, end.y - GAP + MARGIN);
    }

    /** Returns the upper left corner of an image. */
    public Point tile(int row, int column) {
        return new Point(MARGIN + labelWidth + column * (tileWidth + GAP), MARGIN + HEADER_HEIGHT + row * rowPitch());
    }

    int rowHeight() {
        return Math.max(tileHeight, SMALLEST_ROW);
    }

    private int rowPitch() {
        return rowHeight() + GAP;
    }

    private long pixels() {
        Dimension size = size();
        return (long) size.width * size.height;
    }

    private ContactSheetLayout withRows(int fewer) {
        return new ContactSheetLayout(fewer, columns, tileWidth, tileHeight, labelWidth);
    }

    private static ContactSheetLayout scaled(
            int rows, int columns, int width, int height, int labelWidth, int enlarged, int reduced) {
        return new ContactSheetLayout(
                rows,
                columns,
                Math.max(1, width * enlarged / reduced),
                Math.max(1, height * enlarged / reduced),
                labelWidth);
    }
}
