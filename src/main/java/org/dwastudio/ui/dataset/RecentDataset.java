package org.dwastudio.ui.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A dataset that was used before.
 *
 * @param source its path
 * @param isPresent whether it was still there when last looked
 */
public record RecentDataset(String source, boolean isPresent) {

    /** Looks whether it is there; may wait for a disk. */
    static RecentDataset lookedUp(String source) {
        try {
            return new RecentDataset(source, Files.exists(Path.of(source)));
        } catch (InvalidPathException e) {
            return new RecentDataset(source, false);
        }
    }

    /** The last part of its path. */
    public String name() {
        return source.replaceFirst(".*[/\\\\](?=[^/\\\\])", "");
    }
}
