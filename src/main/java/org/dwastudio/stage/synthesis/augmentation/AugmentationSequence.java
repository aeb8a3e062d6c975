package org.dwastudio.stage.synthesis.augmentation;

import ai.djl.ndarray.NDArray;

/** Two augmentations, one after the other. */
record AugmentationSequence(LinearAugmentation first, LinearAugmentation second) implements LinearAugmentation {

    @Override
    public NDArray of(NDArray images) {
        try (NDArray between = first.of(images)) {
            return second.of(between);
        }
    }

    @Override
    public NDArray pullBack(NDArray gradient) {
        try (NDArray between = second.pullBack(gradient)) {
            return first.pullBack(between);
        }
    }
}
