package org.dwastudio.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files beside their place and then moves them, so that a reader never meets half of one. */
public final class AtomicFile {
    /** How the name of what is not yet in its place ends. */
    public static final String BESIDE = ".part";

    private AtomicFile() {}

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /** Writes it to a file beside the final place; the file may be there already. */
        void writeTo(Path beside) throws IOException;
    }

    /**
     * Writes a text as UTF-8, replacing what was there.
     *
     * @throws IOException when the folder cannot be written; the old file is then still there
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes, replacing what was there.
     *
     * @throws IOException when the folder cannot be written; the old file is then still there
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, (Path beside) -> Files.write(beside, bytes));
    }

    /**
     * Replaces a file by what the content writes.
     *
     * @throws IOException when the content says so or the folder cannot be written; the old file is then still there
     */
    public static void write(Path file, Content content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        try {
            content.writeTo(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
