package org.dwastudio.stage.synthesis.augmentation;

import ai.djl.ndarray.NDArray;

/** Linear map from the images to the augmented images that the teacher receives in one step. */
public interface LinearAugmentation {

    /**
     * Returns the augmented images; the result belongs to their manager.
     *
     * @param images [N, C, H, W]
     * @return of the same shape
     */
    NDArray of(NDArray images);

    /**
     * Propagates a gradient with respect to the augmented images back to the images, by the transposed map.
     *
     * @param gradient [N, C, H, W]
     */
    NDArray pullBack(NDArray gradient);
}
