package org.dwastudio.pipeline.squeeze;

import org.dwastudio.event.PixelBlock;

/**
 * What one step learns from.
 *
 * @param pictures augmented, not yet normalised
 * @param labels the class of each
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
record TrainingBatch(PixelBlock pictures, int[] labels) {}
