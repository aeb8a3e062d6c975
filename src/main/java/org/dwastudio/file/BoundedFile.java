package org.dwastudio.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dwastudio.text.DescribedFileException;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

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
        throw new DescribedIOException(Message.of(Files.isDirectory(file) ? "file.isFolder" : "file.isDevice"));
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
            throw new DescribedIOException(
                    Message.of("file.tooLarge", ByteSizes.describe(size), ByteSizes.describe(most)));
        }
        return Files.readAllBytes(file);
    }

    /**
     * Reads a UTF-8 text file.
     *
     * @param most largest allowed size, in bytes
     * @throws FileSystemException if it is not a regular file, or larger
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
     */
    public static String readText(Path file, long most) throws IOException {
        byte[] content;
        try {
            content = read(file, most);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new DescribedFileException(file, FailureCause.reason(e));
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }
}
