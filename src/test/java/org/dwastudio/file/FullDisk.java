package org.dwastudio.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk that is full for some files. They are links to {@code /dev/full}, where Linux answers every write as a full disk
 * does, so that what is met is the system's own error.
 */
public final class FullDisk {
    private static final Path FULL = Path.of("/dev/full");

    private FullDisk() {}

    /**
     * Lets the next attempt to write a file atomically fail; the one after it succeeds.
     *
     * @param file its folder is there
     */
    public static void before(Path file) {
        Path partial = file.resolveSibling(file.getFileName() + AtomicFile.PARTIAL_SUFFIX);
        try {
            Files.createSymbolicLink(partial, FULL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
