package org.dwastudio.ui.preview;

import org.dwastudio.image.ImageBatch;

/**
 * Numbers of rows and columns of a preview.
 *
 * @param rows classes
 * @param columns images of a class
 */
public record PreviewSize(int rows, int columns) {
    /** As many images as are read without a noticeable wait. */
    public static final PreviewSize LARGE = new PreviewSize(1000, 1000);

    private static final int MOST_IMAGES = 1000;
    private static final long MOST_BYTES = 96_000_000;

    /** Returns the part of a run that a preview of this size shows, all classes before all columns. */
    PreviewSize of(int allRows, int allColumns, ImageBatch example) {
        long bytes = (long) example.height() * example.width() * example.channels();
        int most = (int) Math.max(1, Math.min(MOST_IMAGES, MOST_BYTES / bytes));
        int shownRows = Math.min(most, Math.min(rows, allRows));
        return new PreviewSize(shownRows, Math.min(Math.max(1, most / shownRows), Math.min(columns, allColumns)));
    }
}
