package org.dwastudio.ui.relabel;

import java.nio.file.Path;
import org.dwastudio.stage.request.SoftLabelStock;

/**
 * The stored soft labels of a run for the shown recipe.
 *
 * @param folder that holds them, or will
 * @param views of an epoch: one of every picture
 * @param stored epochs that are there
 * @param epochs that the recipe asks for
 * @param bytes on disk of those that are there
 */
public record StoredLabels(Path folder, int views, int stored, int epochs, long bytes) {

    static StoredLabels of(SoftLabelStock stock) {
        return new StoredLabels(stock.folder(), stock.views(), stock.stored(), stock.epochs(), stock.bytes());
    }

    /** Whether students of the recipe can learn from them. */
    public boolean areWhole() {
        return stored == epochs;
    }

    /** Epochs that are there when this share of the missing ones has been made. */
    int storedAfter(double share) {
        return stored + (int) (share * (epochs - stored));
    }
}
