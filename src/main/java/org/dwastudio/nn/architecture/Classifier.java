package org.dwastudio.nn.architecture;

import ai.djl.ndarray.NDArray;
import org.dwastudio.nn.layer.Linear;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Pass;

/** Network in two parts: images to features, features to logits. */
public abstract class Classifier extends NetworkBlock {

    /** Returns the penultimate features [N, F] of images [N, C, H, W]. */
    public abstract NDArray features(NDArray images, Pass pass);

    /** Returns the layer that turns features into logits. */
    public abstract Linear head();

    /** Returns the dropout probability of the features in training. */
    double dropout() {
        return 0;
    }

    @Override
    public final NDArray forward(NDArray images, Pass pass) {
        try (NDArray features = features(images, pass);
                NDArray kept = pass.dropout().elements(features, dropout())) {
            return head().forward(kept, pass);
        }
    }
}
