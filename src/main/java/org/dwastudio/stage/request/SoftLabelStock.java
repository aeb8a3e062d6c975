package org.dwastudio.stage.request;

import java.nio.file.Path;

/**
 * The stored soft labels of a run for a recipe.
 *
 * @param folder that holds them, or will
 * @param views of an epoch: one of every picture
 * @param stored epochs that are there
 * @param epochs that the recipe asks for
 * @param bytes on disk of those that are there
 */
public record SoftLabelStock(Path folder, int views, int stored, int epochs, long bytes) {

    /** Whether students of the recipe can be trained on them. */
    public boolean isWhole() {
        return stored == epochs;
    }
}
