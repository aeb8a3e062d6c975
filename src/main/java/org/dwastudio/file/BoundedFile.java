package org.dwastudio.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Content of a regular file, within a limit. Devices and pipes are rejected: reading {@code /dev/zero} never ends, and
 * opening a pipe waits for somebody who writes.
 */
public final class BoundedFile {
    private BoundedFile() {}

    /**
     * Checks that a path leads to a regular file, links followed.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it is a folder, a device or a pipe, with a message without the path
     */
    public static void require(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return;
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        throw new IOException(
                Files.isDirectory(file)
                        ? "it is a folder, not a file"
                        : "it is a device or a pipe, not a regular file");
    }

    /**
     * Reads a whole file.
     *
     * @param most largest allowed size, in bytes
     * @throws IOException if it is not a regular file, or larger, with a message without the path
     */
    public static byte[] read(Path file, long most) throws IOException {
        require(file);
        long size = Files.size(file);
        if (size > most) {
            throw new IOException("it has " + size + " bytes, more than " + most);
        }
        return Files.readAllBytes(file);
    }
}
