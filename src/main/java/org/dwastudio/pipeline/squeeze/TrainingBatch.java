package org.dwastudio.pipeline.squeeze;

import org.dwastudio.event.PixelBlock;

/**
 * Images with their classes: what one step learns from, or is measured on.
 *
 * @param pictures not yet normalised
 * @param labels the class of each
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one pass, never compared.
record TrainingBatch(PixelBlock pictures, int[] labels) {}
