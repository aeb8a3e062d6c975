package org.dwastudio.artifact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files beside their place and then moves them, so that a reader never meets half of one. */
final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes a text as UTF-8, replacing what was there.
     *
     * @throws IOException when the folder cannot be written; the old file is then still there
     */
    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes, replacing what was there.
     *
     * @throws IOException when the folder cannot be written; the old file is then still there
     */
    static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
