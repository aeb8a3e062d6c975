package org.dwastudio.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/**
 * File that one holder at a time has, among all programs of a computer. The system locks it and releases it when the
 * process ends, however it ends: the file of a killed process blocks nobody. Its text names the holder.
 */
public final class LockFile implements AutoCloseable {
    /** Far behind the text, so that the text can be read where locks bind readers too. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final long MOST_BYTES = 1 << 12;

    /** A file as young as this may be about to be locked. A date in the future is a wrong clock, not a young file. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    /**
     * Files of this process; guards itself. It belongs to the process, as the system's locks do: closing any second channel
     * to a file releases the locks of the first one.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Failure to lock a file that has a holder. */
    public static final class HeldException extends IOException implements Described {
        private static final long serialVersionUID = 1L;

        private final transient Message holder;

        HeldException(Message holder) {
            super(holder.english());
            this.holder = holder;
        }

        @Override
        public Message description() {
            return holder;
        }
    }

    /**
     * Creates and locks a file, until {@link #close()}.
     *
     * @param file in an existing folder
     * @throws HeldException when it has a holder in this process or another one, whom the message names
     * @throws IOException when the file cannot be written, or is a link or not a regular file
     */
    public static LockFile acquire(Path file) throws IOException {
        Path real = real(file);
        synchronized (HELD) {
            if (HELD.contains(real)) {
                throw new HeldException(Message.of("lock.here"));
            }
            LockFile lock = new LockFile(real, locked(real));
            HELD.add(real);
            return lock;
        }
    }

    /**
     * Returns true when this or another process holds a file, or is about to lock it.
     *
     * @throws IOException when the file cannot be opened, or is a link or not a regular file
     */
    public static boolean isHeld(Path file) throws IOException {
        synchronized (HELD) {
            try {
                Path real = real(file);
                RegularFile.requireWritable(real);
                if (HELD.contains(real) || isYoung(real)) {
                    return true;
                }
                try (FileChannel channel = RegularFile.openForWriting(real);
                        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false)) {
                    return lock == null;
                }
            } catch (NoSuchFileException e) {
                return false;
            }
        }
    }

    /** Returns the name of the file in its folder. */
    public String name() {
        return file.getFileName().toString();
    }

    /** Deletes the file and releases it. */
    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            // The file is deleted while it is locked: whoever opened it before sees that it is no longer the lock.
            try (channel) {
                Files.deleteIfExists(file);
            } catch (FileSystemException e) {
                // The file stays, but a file that nobody has locked blocks nobody.
            } finally {
                HELD.remove(file);
            }
        }
    }

    private static Path real(Path file) throws IOException {
        return Objects.requireNonNull(file.toAbsolutePath().getParent())
                .toRealPath()
                .resolve(file.getFileName());
    }

    private static boolean isYoung(Path file) throws IOException {
        Instant modified =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        Duration age = Duration.between(modified, Instant.now());
        return age.abs().compareTo(YOUNG) < 0;
    }

    private static FileChannel locked(Path file) throws IOException {
        while (true) {
            Optional<Object> before = created(file);
            FileChannel channel = RegularFile.openForWriting(file, StandardOpenOption.CREATE);
            try {
                if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                    throw new HeldException(holder(file));
                }
                // The last holder may have deleted it meanwhile: then what is locked is no longer the file.
                if (key(file).equals(before)) {
                    sign(channel);
                    return channel;
                }
                channel.close();
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    /** Creates the file unless it exists; returns its identity. */
    private static Optional<Object> created(Path file) throws IOException {
        Optional<Object> existing = key(file);
        if (existing.isPresent()) {
            return existing;
        }
        RegularFile.openForWriting(file, StandardOpenOption.CREATE).close();
        return key(file);
    }

    /** Returns the identity of a file without opening it: closing it would release the lock. */
    private static Optional<Object> key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return Optional.of(Objects.requireNonNullElse(key, file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + ", since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    }

    private static Message holder(Path file) {
        try {
            return BoundedFile.readLines(file, MOST_BYTES).stream()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .map(Message::literal)
                    .orElseGet(() -> Message.of("lock.begun"));
        } catch (IOException e) {
            return Message.of("lock.ended");
        }
    }
}
