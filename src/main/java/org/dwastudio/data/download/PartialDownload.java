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

/**
 * The beginning of a file that is being fetched, and beside it what the server called that version of the file: its ETag
 * or the date of its last change.
 */
final class PartialDownload {
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,500}");

    private final Path part;
    private final Path version;
    private final DiskSpaceChecker disk;

    /** @param whole where the file will be when it is whole */
    PartialDownload(Path whole, DiskSpaceChecker disk) {
        part = whole.resolveSibling(whole.getFileName() + ".part");
        version = whole.resolveSibling(whole.getFileName() + ".version");
        this.disk = disk;
    }

    Path path() {
        return part;
    }

    /** Bytes that are there. */
    long size() throws IOException {
        return Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS) ? Files.size(part) : 0;
    }

    /** What the server called the version that they are of, if it named one. */
    Optional<String> version() throws IOException {
        if (!Files.isRegularFile(version, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(version).strip())
                .filter(text -> HEADER_VALUE.matcher(text).matches());
    }

    /** Throws away what is there and begins with another version. */
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

    /** Opens it to add bytes at its end; the caller closes the channel. */
    FileChannel open() throws IOException {
        try {
            return FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw disk.cannotWrite(part, e);
        }
    }

    /** Adds bytes. */
    void append(FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw disk.cannotWrite(part, e);
        }
    }

    /** It is whole: gives it its name. */
    void finish(Path whole) throws IOException {
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(version);
    }

    /** Deletes it. */
    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(version);
    }
}
