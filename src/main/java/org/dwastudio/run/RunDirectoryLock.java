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
 * Keeps a run folder to one program: the file {@code .lock} in it is locked by the system as long as the run goes on, and
 * says who holds it. The system lets go of it when the process ends, however it ends: what a killed process leaves behind
 * blocks nobody.
 */
public final class RunDirectoryLock implements AutoCloseable {
    /** Of the file in the folder that is held. */
    public static final String NAME = ".lock";

    /** Far behind the text: where a locked part of a file cannot be read, the text still can. */
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
     * Takes a run folder for this process until {@link #close()}.
     *
     * @throws RunFolderException when another run holds it, here or in another process, or it cannot be written, in words
     */
    public static RunDirectoryLock acquire(RunDirectory directory) throws IOException {
        Path file = directory.folder().resolve(NAME);
        try {
            while (true) {
                Optional<Object> before = made(file);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                lock(channel, directory, file);
                // Whoever held it took the file away meanwhile? Then what is locked is nobody's file.
                if (key(file).equals(before)) {
                    return new RunDirectoryLock(directory, file, signed(channel));
                }
                channel.close();
            }
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /** Makes the file unless it is there; returns which file of the system it is. */
    private static Optional<Object> made(Path file) throws IOException {
        Optional<Object> there = key(file);
        if (there.isEmpty()) {
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            there = key(file);
        }
        return there;
    }

    /** Looks without opening: in most systems, closing a file lets go of all its locks of this process. */
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
            // The channel stays open on purpose: closing it would let go of the lock of the other one.
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
     * Whether another process holds a run folder now. Not to be asked about a folder that this process holds itself: in
     * most systems, closing a file that was opened to look lets go of all its locks of this process.
     *
     * @throws IOException when the lock cannot be looked at
     */
    public static boolean isHeld(RunDirectory directory) throws IOException {
        Path file = directory.folder().resolve(NAME);
        try {
            if (Instant.now()
                    .minus(BEING_TAKEN)
                    .isBefore(Files.getLastModifiedTime(file).toInstant())) {
                // Somebody is about to lock it: looking now could get in their way.
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

    /** The folder that is held. */
    public RunDirectory directory() {
        return directory;
    }

    /** Lets the next one in. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (FileSystemException e) {
            // The file stays, but a file that nobody has locked blocks nobody.
        }
    }
}
