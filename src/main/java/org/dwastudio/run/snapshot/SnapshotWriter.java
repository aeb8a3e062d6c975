package org.dwastudio.run.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.dwastudio.file.RegularFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.task.DaemonThreads;
import org.dwastudio.text.DescribedFileException;

/**
 * Writer of the snapshots of a run to one file, on a thread of its own. Snapshots that no longer fit into the budget are
 * left out. After the first failure of the disk nothing more is written, and the file ends with its last complete record.
 * Methods are called on one thread.
 */
public final class SnapshotWriter implements AutoCloseable {
    /** Bytes that may wait for the disk; the run waits for it beyond that. */
    private static final long MOST_WAITING = 64_000_000;

    private final Path file;
    private final long budget;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DaemonThreads("dwa-snapshots"));
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private Optional<IOException> failure = Optional.empty();
    /** Used on the writing thread only. */
    private boolean broken;
    /** Length of the file with all records that wait. */
    private long length;

    private record Waiting(Future<?> writing, long bytes) {}

    /**
     * Starts or continues the file of a run. It is created with the first snapshot.
     *
     * @param kept number of first bytes that stay; 0 starts a new file
     * @param budget largest size in bytes
     * @throws IOException if what an earlier run left cannot be removed
     */
    public SnapshotWriter(Path file, long kept, long budget) throws IOException {
        this.file = file;
        this.budget = budget;
        this.length = kept == 0 ? 0 : keep(kept);
        if (length == 0) {
            Files.deleteIfExists(file);
        }
    }

    /** Removes what was written after a checkpoint; returns the number of bytes that stay. */
    private long keep(long kept) throws IOException {
        long complete;
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            complete = reader.endWithin(kept);
        } catch (NoSuchFileException | DescribedFileException e) {
            // What is no file of snapshots is replaced by a new one.
            return 0;
        }
        try (FileChannel channel = RegularFile.openForWriting(file)) {
            channel.truncate(complete);
        }
        return complete;
    }

    /** Adds a snapshot to the file, unless the budget is spent or the disk has failed. */
    public void add(Snapshot place, ImageBatch images, int classes) {
        SnapshotShape shape = SnapshotShape.of(images, classes);
        long begin = length == 0 ? SnapshotShape.HEADER_BYTES : length;
        long next = begin + shape.recordBytes(images.count());
        if (next > budget || failure().isPresent()) {
            return;
        }
        boolean first = length == 0;
        length = next;
        long bytes = shape.recordBytes(images.count());
        waitingBytes += bytes;
        waiting.add(new Waiting(
                thread.submit(() -> {
                    append(
                            first ? Optional.of(shape.header()) : Optional.empty(),
                            begin,
                            () -> shape.recordOf(place, images));
                    return null;
                }),
                bytes));
        while (waitingBytes > MOST_WAITING) {
            awaitOldest();
        }
    }

    /** Returns the failure of the disk that ended the snapshots, as far as it is known; empty if there is none. */
    public Optional<IOException> failure() {
        while (!waiting.isEmpty() && waiting.element().writing().isDone()) {
            awaitOldest();
        }
        return failure;
    }

    /** Waits for the disk and returns the length of the file in bytes; 0 without a file. */
    public long bytes() {
        while (!waiting.isEmpty()) {
            awaitOldest();
        }
        return length;
    }

    private void append(Optional<ByteBuffer> header, long position, Supplier<ByteBuffer> record) throws IOException {
        if (broken) {
            return;
        }
        broken = true;
        try (FileChannel channel = RegularFile.openForWriting(file, StandardOpenOption.CREATE)) {
            if (header.isPresent()) {
                write(channel, header.get(), 0);
            }
            write(channel, record.get(), position);
        }
        broken = false;
    }

    private static void write(FileChannel channel, ByteBuffer content, long from) throws IOException {
        long position = from;
        while (content.hasRemaining()) {
            position += channel.write(content, position);
        }
    }

    private void awaitOldest() {
        boolean interrupted = false;
        Waiting oldest = waiting.remove();
        waitingBytes -= oldest.bytes();
        while (true) {
            try {
                oldest.writing().get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                fail(e.getCause());
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Throwable cause) {
        if (failure.isPresent()) {
            return;
        }
        failure = Optional.of(cause instanceof IOException io ? io : new IOException(cause));
        try {
            // The disk may have taken a part of the record.
            length = keep(length);
            if (length == 0 && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            failure.get().addSuppressed(e);
        }
    }

    /** Waits for the disk and ends the thread. */
    @Override
    public void close() {
        bytes();
        thread.shutdown();
    }
}
