package org.dwastudio.pipeline.evaluation;

import org.dwastudio.event.PixelBlock;

/**
 * Images of one step, cut and flipped. Those of {@code partners} are to be mixed in.
 *
 * @param pictures the images
 * @param labels the class of each
 * @param partners for each image the place in this batch of the one that it is mixed with
 * @param share λ, what stays of the image itself; 1 mixes nothing
 * @param pasted whether the mix was made by pasting a box, and is done; else pixels are still to be blended
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
record StudentBatch(PixelBlock pictures, int[] labels, int[] partners, double share, boolean pasted) {}
