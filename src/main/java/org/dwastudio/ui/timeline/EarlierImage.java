package org.dwastudio.ui.timeline;

import org.dwastudio.image.ImageBatch;

/**
 * One image at an earlier iteration.
 *
 * @param iteration pixel steps made on it
 * @param image batch of this image alone
 */
public record EarlierImage(int iteration, ImageBatch image) {}
