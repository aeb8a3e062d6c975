package org.dwastudio.stage.synthesis.view;

import ai.djl.ndarray.NDArray;

/** A linear picture of the images that the teacher looks at in one step. */
public interface ImageView {

    /**
     * The view of the images; the result belongs to their manager.
     *
     * @param images [N, C, H, W]
     * @return of the same shape
     */
    NDArray of(NDArray images);

    /**
     * Carries a gradient with respect to the view back to the images: the transposed map.
     *
     * @param gradient [N, C, H, W]
     */
    NDArray pullBack(NDArray gradient);
}
