package org.dwastudio.data;

import java.util.Optional;

/**
 * Differences of a dataset from its splits: a test split that is set aside, and a corruption of the training images.
 *
 * @param setAside test split that is set aside while held-out images play it; it identifies the dataset instead of them
 * @param corruption corruption of the training images
 */
public record SplitVariant(Optional<ImageSource> setAside, Optional<TrainingCorruption> corruption) {

    /** Returns the variant without differences. */
    public static SplitVariant none() {
        return new SplitVariant(Optional.empty(), Optional.empty());
    }

    /** Returns true if there is no difference. */
    public boolean isNone() {
        return setAside.isEmpty() && corruption.isEmpty();
    }
}
