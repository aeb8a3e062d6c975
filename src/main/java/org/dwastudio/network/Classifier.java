package org.dwastudio.network;

import ai.djl.ndarray.NDArray;

/** A network as two parts: images to features, features to logits. */
abstract class Classifier extends NetworkBlock {

    /** Penultimate features [N, F] of images [N, C, H, W]. */
    abstract NDArray features(NDArray images, Pass pass);

    /** The layer that turns features into logits. */
    abstract Linear head();

    /** Probability with which training drops a feature. */
    double dropout() {
        return 0;
    }

    @Override
    final NDArray forward(NDArray images, Pass pass) {
        try (NDArray features = features(images, pass);
                NDArray kept = pass.dropping().elements(features, dropout())) {
            return head().forward(kept, pass);
        }
    }
}
