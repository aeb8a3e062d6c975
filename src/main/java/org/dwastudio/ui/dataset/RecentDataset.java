package org.dwastudio.ui.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Dataset that was used before.
 *
 * @param source path of the dataset
 * @param isPresent true if it existed at the last check
 */
public record RecentDataset(String source, boolean isPresent) {

    /** Checks if a dataset exists; may wait for a disk. */
    static RecentDataset checked(String source) {
        try {
            return new RecentDataset(source, Files.exists(Path.of(source)));
        } catch (InvalidPathException e) {
            return new RecentDataset(source, false);
        }
    }

    /** Returns the last part of its path. */
    public String name() {
        return source.replaceFirst(".*[/\\\\](?=[^/\\\\])", "");
    }
}
