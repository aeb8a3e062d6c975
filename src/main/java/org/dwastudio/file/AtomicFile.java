package org.dwastudio.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Atomic file writer: writes a temporary file in the same folder, then moves it into place, so that readers never see a
 * partial file.
 */
public final class AtomicFile {
    /** Suffix of the temporary file. */
    public static final String PARTIAL_SUFFIX = ".part";

    private AtomicFile() {}

    /** Content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content to a temporary file next to the final one; the temporary file may already exist. */
        void writeTo(Path partial) throws IOException;
    }

    /**
     * Writes a text as UTF-8, replacing an existing file.
     *
     * @throws IOException if the folder cannot be written; an existing file is then kept
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes, replacing an existing file.
     *
     * @throws IOException if the folder cannot be written; an existing file is then kept
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, (Path partial) -> Files.write(partial, bytes));
    }

    /**
     * Replaces a file with the given content.
     *
     * @throws IOException if the content throws it or the folder cannot be written; an existing file is then kept
     */
    public static void write(Path file, Content content) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + PARTIAL_SUFFIX);
        RegularFile.requireWritable(partial);
        try {
            content.writeTo(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
