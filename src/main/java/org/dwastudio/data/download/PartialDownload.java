package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.RegularFile;

/**
 * Downloaded part of a file, stored with the server's identifier of the file's version: its ETag or last modification
 * date.
 */
final class PartialDownload {
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,500}");

    private static final long MOST_BYTES = 1 << 16;

    private final Path part;
    private final Path version;
    private final DiskSpaceChecker disk;

    /**
     * Opens the partial file of a download.
     *
     * @param whole path of the complete file
     */
    PartialDownload(Path whole, DiskSpaceChecker disk) {
        part = whole.resolveSibling(whole.getFileName() + ".part");
        version = whole.resolveSibling(whole.getFileName() + ".version");
        this.disk = disk;
    }

    Path path() {
        return part;
    }

    /** Returns the number of bytes present. */
    long size() throws IOException {
        return Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS) ? Files.size(part) : 0;
    }

    /** Returns the server's identifier of their version, if it gave one. */
    Optional<String> version() throws IOException {
        if (!Files.isRegularFile(version, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(String.join("\n", BoundedFile.readLines(version, MOST_BYTES))
                        .strip())
                .filter(text -> HEADER_VALUE.matcher(text).matches());
    }

    /** Discards the bytes present and begins with another version. */
    void restart(Optional<String> newVersion) throws IOException {
        discard();
        try {
            if (newVersion.isPresent()) {
                AtomicFile.write(version, newVersion.get());
            }
        } catch (IOException e) {
            throw disk.cannotWrite(version, e);
        }
    }

    /** Opens the file for appending; the caller closes the channel. */
    FileChannel open() throws IOException {
        try {
            return RegularFile.openForWriting(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw disk.cannotWrite(part, e);
        }
    }

    /** Appends bytes. */
    void append(FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw disk.cannotWrite(part, e);
        }
    }

    /** Renames the complete file to its final name. */
    void finish(Path whole) throws IOException {
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(version);
    }

    /** Deletes the partial file. */
    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(version);
    }
}
