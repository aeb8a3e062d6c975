package org.dwastudio.run.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.DescribedFileException;
import org.dwastudio.text.Message;

/**
 * Reader of the snapshots of a run, which may still be written. An incomplete record at the end, as a killed run leaves,
 * is no part of the content. For one thread at a time.
 */
public final class SnapshotReader implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final SnapshotShape shape;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private long end = SnapshotShape.HEADER_BYTES;

    private record Slice(int column, int firstClass) {}

    private SnapshotReader(Path file, FileChannel channel, SnapshotShape shape) {
        this.file = file;
        this.channel = channel;
        this.shape = shape;
    }

    /**
     * Opens a file and reads the places of all snapshots.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws DescribedFileException if it holds something else, with a message for the user
     * @throws IOException if it cannot be read
     */
    public static SnapshotReader open(Path file) throws IOException {
        FileChannel channel = BoundedFile.openChannel(file);
        try {
            ByteBuffer header = ByteBuffer.allocate(SnapshotShape.HEADER_BYTES);
            SnapshotShape shape = SnapshotShape.read(
                            BoundedFile.readFully(channel, header, 0).flip())
                    .orElseThrow(() -> noSnapshots(file));
            SnapshotReader reader = new SnapshotReader(file, channel, shape);
            reader.refresh();
            return reader;
        } catch (EOFException e) {
            channel.close();
            throw noSnapshots(file);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static DescribedFileException noSnapshots(Path file) {
        return new DescribedFileException(file, Message.of("snapshots.none"));
    }

    /** Reads the places of snapshots that were added since. Stops at a record that is incomplete or not possible. */
    public void refresh() throws IOException {
        long size = channel.size();
        ByteBuffer place = ByteBuffer.allocate(SnapshotShape.PLACE_BYTES);
        while (end + SnapshotShape.PLACE_BYTES <= size) {
            BoundedFile.readFully(channel, place.clear(), end).flip();
            Snapshot next = new Snapshot(place.getInt(), place.getInt(), place.getInt(), place.getInt());
            if (!isPossible(next) || end + shape.recordBytes(next.count()) > size) {
                return;
            }
            snapshots.add(next);
            positions.add(end);
            end += shape.recordBytes(next.count());
        }
    }

    private boolean isPossible(Snapshot place) {
        return place.column() >= 0
                && place.iteration() >= 0
                && place.firstClass() >= 0
                && place.count() >= 1
                && place.count() <= shape.classes() - place.firstClass()
                && shape.recordBytes(place.count()) <= Integer.MAX_VALUE / 2;
    }

    /** Returns the places of all snapshots, in the order in which they were taken; refreshes add to the list. */
    public List<Snapshot> snapshots() {
        return Collections.unmodifiableList(snapshots);
    }

    /**
     * Returns the images of an iteration: for each slice of a column the place in {@link #snapshots()} of its last snapshot that
     * is not later.
     */
    public List<Integer> latestUpTo(int iteration) {
        Map<Slice, Integer> latest = new LinkedHashMap<>();
        for (int i = 0; i < snapshots.size(); i++) {
            Snapshot place = snapshots.get(i);
            if (place.iteration() <= iteration) {
                latest.put(new Slice(place.column(), place.firstClass()), i);
            }
        }
        return List.copyOf(latest.values());
    }

    /** Returns the number of classes of the run. */
    public int classes() {
        return shape.classes();
    }

    /** Returns the end of the last complete record that ends within a number of bytes; 0 if not even the header does. */
    long endWithin(long bytes) {
        if (bytes < SnapshotShape.HEADER_BYTES) {
            return 0;
        }
        long last = SnapshotShape.HEADER_BYTES;
        for (int i = 0; i < positions.size(); i++) {
            long after = positions.get(i) + shape.recordBytes(snapshots.get(i).count());
            last = after <= bytes ? after : last;
        }
        return last;
    }

    /** Returns the number of bytes up to the end of the last complete record. */
    public long bytes() {
        return end;
    }

    /**
     * Reads the images of a snapshot.
     *
     * @param index its place in {@link #snapshots()}
     * @throws IOException if they cannot be read or were damaged on the disk
     */
    public ImageBatch images(int index) throws IOException {
        int count = snapshots.get(index).count();
        ByteBuffer record = ByteBuffer.allocate((int) shape.recordBytes(count));
        BoundedFile.readFully(channel, record, positions.get(index));
        int pixels = count * shape.imageBytes();
        int content = SnapshotShape.PLACE_BYTES + pixels;
        if (record.getInt(content) != SnapshotShape.checksum(record.array(), content)) {
            throw new DescribedFileException(file, Message.of("snapshots.damaged", positions.get(index)));
        }
        byte[] bytes = new byte[pixels];
        record.get(SnapshotShape.PLACE_BYTES, bytes);
        return new ImageBatch(count, shape.height(), shape.width(), shape.channels(), bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
