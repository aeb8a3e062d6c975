package org.dwastudio.stage.synthesis.view;

import ai.djl.ndarray.NDArray;

/** Linear map from the images to the augmented images that the teacher receives in one step. */
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
