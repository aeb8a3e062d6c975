package org.dwastudio.ui.timeline;

import org.dwastudio.image.ImageBatch;

/**
 * One image at an earlier iteration.
 *
 * @param iteration pixel steps made on it
 * @param batch batch that holds it
 * @param index place in the batch
 */
public record EarlierImage(int iteration, ImageBatch batch, int index) {}
