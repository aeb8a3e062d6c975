package org.dwastudio.data.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dwastudio.data.DatasetException;

/** Lock that allows one download at a time in a folder, among all programs of a computer. */
final class DownloadLock {
    /** Far beyond the token, so that the token can be read where locks also block readers. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int ATTEMPTS = 20;

    /**
     * Locks of this program: closing a second channel to a file may release the first one's lock (see
     * {@link FileLock}).
     */
    private final Set<Path> held = ConcurrentHashMap.newKeySet();

    private final DiskSpaceChecker disk;

    DownloadLock(DiskSpaceChecker disk) {
        this.disk = disk;
    }

    /** Exclusive use of a folder, until closed. */
    final class Lock implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;

        private Lock(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /** Returns the name of the lock file in the folder. */
        String file() {
            return file.getFileName().toString();
        }

        @Override
        public void close() throws IOException {
            // Delete the file while it is still locked: a program that opened it before will see that it is no longer
            // the lock.
            try (channel) {
                Files.deleteIfExists(file);
            } finally {
                held.remove(file);
            }
        }
    }

    /**
     * Acquires the lock of a folder.
     *
     * @param folder an existing folder
     * @throws DatasetException if another download holds it
     */
    Lock take(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve("lock");
        if (!held.add(file)) {
            throw busy(folder);
        }
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                FileChannel channel = open(file);
                if (locks(channel, file)) {
                    return new Lock(file, channel);
                }
                channel.close();
            }
            throw busy(folder);
        } catch (IOException | RuntimeException failure) {
            held.remove(file);
            throw failure;
        }
    }

    private FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw disk.cannotWrite(file, e);
        }
    }

    /** Returns true if the channel now has the lock and its file is still the one that others would lock. */
    private static boolean locks(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw busy(file.getParent());
        }
        String token = UUID.randomUUID().toString();
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
        try {
            return Files.readString(file).equals(token);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static DatasetException busy(Path folder) {
        return new DatasetException(
                "Another download is at work in " + folder + ". Please wait for it, or choose another folder.");
    }
}
