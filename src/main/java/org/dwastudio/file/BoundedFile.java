package org.dwastudio.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dwastudio.text.DescribedFileException;
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
     * @throws FileSystemException if it is a folder, a device or a pipe
     */
    public static void require(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return;
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        throw new DescribedFileException(file, Message.of(Files.isDirectory(file) ? "file.isFolder" : "file.isDevice"));
    }

    /**
     * Opens a file of any size; the caller reads it within a limit.
     *
     * @throws FileSystemException if it is not a regular file, or cannot be read
     */
    public static InputStream open(Path file) throws IOException {
        require(file);
        return Files.newInputStream(file);
    }

    /**
     * Opens a file of any size, to be read at any position.
     *
     * @throws FileSystemException if it is not a regular file, or cannot be read
     */
    public static FileChannel openChannel(Path file) throws IOException {
        require(file);
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /**
     * Fills the rest of a buffer from a position of a file.
     *
     * @return the buffer
     * @throws EOFException if the file ends before
     */
    public static ByteBuffer readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long place = position;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, place);
            if (count < 0) {
                throw new EOFException("it ends at byte " + place);
            }
            place += count;
        }
        return buffer;
    }

    /**
     * Reads a whole file.
     *
     * @param most largest allowed size, in bytes
     * @throws FileSystemException if it is not a regular file, or larger
     */
    public static byte[] read(Path file, long most) throws IOException {
        require(file);
        long size = Files.size(file);
        if (size > most) {
            throw new DescribedFileException(
                    file, Message.of("file.tooLarge", ByteSizes.describe(size), ByteSizes.describe(most)));
        }
        return Files.readAllBytes(file);
    }

    /**
     * Reads a UTF-8 text file.
     *
     * @param most largest allowed size, in bytes
     * @throws FileSystemException if it is not a regular file, or larger, or not UTF-8
     */
    public static String readText(Path file, long most) throws IOException {
        byte[] content = read(file, most);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DescribedFileException(file, Message.of("file.encoding"));
        }
    }

    /**
     * Reads the lines of a text file that this program wrote; bytes that are not UTF-8 are replaced. A character may be
     * incomplete if the program was killed while it wrote.
     *
     * @param most largest allowed size, in bytes
     * @throws FileSystemException if it is not a regular file, or larger
     */
    public static List<String> readLines(Path file, long most) throws IOException {
        return new String(read(file, most), StandardCharsets.UTF_8).lines().toList();
    }
}
