package org.dwastudio.ui.embedding;

import java.util.Locale;

/** Kind of a map of features. */
public enum MapKind {
    /** First two principal components of real images. */
    PCA,
    /** t-SNE of real and distilled images together. */
    TSNE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
