package org.dwastudio.ui.synthesis;

import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;

/**
 * The newest images of a slice.
 *
 * @param images one per class
 * @param state how far the column is
 * @param iteration pixel steps made on them
 */
public record ColumnImages(ImageBatch images, ColumnState state, int iteration) {
    ColumnImages withState(ColumnState other) {
        return new ColumnImages(images, other, iteration);
    }
}
