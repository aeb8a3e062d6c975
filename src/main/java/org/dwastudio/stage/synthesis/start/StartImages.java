package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/**
 * Images with which a batch starts.
 *
 * @param pixels [N, C, H, W], normalized
 * @param labels [N], int64
 * @param normalization normalization of the pixels
 */
public record StartImages(NDArray pixels, NDArray labels, Normalization normalization) {
    /** Returns the start images of a batch; its labels belong to the manager of the pixels. */
    public static StartImages of(ClassBatch batch, NDArray pixels, Normalization normalization) {
        return new StartImages(pixels, pixels.getManager().create(batch.labels()), normalization);
    }
}
