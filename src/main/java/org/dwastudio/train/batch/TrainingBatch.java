package org.dwastudio.train.batch;

import org.dwastudio.image.ImageBatch;

/**
 * Images with their classes: what one step learns from, or is measured on.
 *
 * @param images not yet normalized
 * @param labels the class of each
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one pass, never compared.
public record TrainingBatch(ImageBatch images, int[] labels) {}
