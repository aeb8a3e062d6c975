package org.dwastudio.stage.synthesis.view;

import ai.djl.ndarray.NDArray;

/** A view of a view. */
record ViewSequence(ImageView first, ImageView second) implements ImageView {

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
