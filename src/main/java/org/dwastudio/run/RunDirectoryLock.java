package org.dwastudio.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Exclusive lock of a run folder: the operating system locks the file {@code .lock} in it while the run is in progress,
 * and the file names the holder. The lock ends with the process, however it ends: the file of a killed process blocks
 * nobody.
 */
public final class RunDirectoryLock implements AutoCloseable {
    /** Name of the lock file in the folder. */
    public static final String NAME = ".lock";

    /** Far behind the text: on systems where a locked part of a file cannot be read, the text still can. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Duration BEING_TAKEN = Duration.ofSeconds(2);

    private final RunDirectory directory;
    private final Path file;
    private final FileChannel channel;

    private RunDirectoryLock(RunDirectory directory, Path file, FileChannel channel) {
        this.directory = directory;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a run folder for this process until {@link #close()}.
     *
     * @throws RunFolderException if another run holds it, in this process or another, or it cannot be written, with a
     *     message for the user
     */
    public static RunDirectoryLock acquire(RunDirectory directory) throws IOException {
        Path file = directory.folder().resolve(NAME);
        try {
            while (true) {
                Optional<Object> before = made(file);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                lock(channel, directory, file);
                // The previous holder may have deleted the file meanwhile; the lock would then be on a file without a
                // name.
                if (key(file).equals(before)) {
                    return new RunDirectoryLock(directory, file, signed(channel));
                }
                channel.close();
            }
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /** Creates the file unless it exists; returns its identity in the file system. */
    private static Optional<Object> made(Path file) throws IOException {
        Optional<Object> there = key(file);
        if (there.isEmpty()) {
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            there = key(file);
        }
        return there;
    }

    /**
     * Returns the file's identity without opening it: on most systems, closing a file releases all its locks of this
     * process.
     */
    private static Optional<Object> key(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(Objects.requireNonNullElse(attributes.fileKey(), NAME));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void lock(FileChannel channel, RunDirectory directory, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // The channel stays open on purpose: closing it would release the other holder's lock.
            throw refused(directory, "in this program");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        if (lock == null) {
            channel.close();
            throw refused(directory, holder(file));
        }
    }

    private static FileChannel signed(FileChannel channel) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + ", since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static RunFolderException refused(RunDirectory directory, String holder) {
        return new RunFolderException(
                directory.folder(),
                "is being written to by another run (" + holder
                        + "). Please wait until that has ended, or stop it, and start again.");
    }

    private static String holder(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? "it has begun just now" : text;
        } catch (IOException e) {
            return "it has ended just now";
        }
    }

    /**
     * Returns true if another process holds a run folder. Must not be called for a folder that this process holds: on
     * most systems, closing a file releases all its locks of this process.
     *
     * @throws IOException if the lock cannot be checked
     */
    public static boolean isHeld(RunDirectory directory) throws IOException {
        Path file = directory.folder().resolve(NAME);
        try {
            if (Instant.now()
                    .minus(BEING_TAKEN)
                    .isBefore(Files.getLastModifiedTime(file).toInstant())) {
                // Another thread is about to lock it: a check could interfere.
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false)) {
                return lock == null;
            }
        } catch (NoSuchFileException e) {
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Returns the locked folder. */
    public RunDirectory directory() {
        return directory;
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (FileSystemException e) {
            // The file stays, but an unlocked file blocks nobody.
        }
    }
}
