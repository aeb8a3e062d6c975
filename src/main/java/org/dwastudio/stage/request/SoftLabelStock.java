package org.dwastudio.stage.request;

import java.nio.file.Path;

/**
 * Stored soft labels of a run for a recipe.
 *
 * @param folder that contains them, or will
 * @param augmentedImages augmented images per epoch: one of every image
 * @param stored number of stored epochs
 * @param epochs number of epochs that the recipe requires
 * @param bytes size of the stored epochs on disk
 */
public record SoftLabelStock(Path folder, int augmentedImages, int stored, int epochs, long bytes) {

    /** Returns true when all required epochs are stored, so that students of the recipe can be trained on them. */
    public boolean isWhole() {
        return stored == epochs;
    }
}
