package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** A network as two parts: images to features, features to logits. */
abstract class Classifier extends NetworkBlock {

    /** Penultimate features [N, F] of images [N, C, H, W]. */
    abstract NDArray features(NDArray images, Pass pass);

    /** The layer that turns features into logits. */
    abstract Linear head();

    @Override
    final NDArray forward(NDArray images, Pass pass) {
        try (NDArray features = features(images, pass)) {
            return head().forward(features, pass);
        }
    }

    @Override
    final Shape outputShape(Shape input) {
        return head().outputShape(input);
    }
}
