package org.dwastudio.run.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.image.ImageBatch;

/**
 * Reader of the snapshots of a run, which may still be written. An incomplete record at the end, as a killed run leaves,
 * is no part of the content. For one thread at a time.
 */
public final class SnapshotReader implements AutoCloseable {
    private final FileChannel channel;
    private final SnapshotShape shape;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private long end = SnapshotShape.HEADER_BYTES;

    private SnapshotReader(FileChannel channel, SnapshotShape shape) {
        this.channel = channel;
        this.shape = shape;
    }

    /**
     * Opens a file and reads the places of all snapshots.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it cannot be read or holds no snapshots
     */
    public static SnapshotReader open(Path file) throws IOException {
        FileChannel channel = BoundedFile.openChannel(file);
        try {
            ByteBuffer header = ByteBuffer.allocate(SnapshotShape.HEADER_BYTES);
            SnapshotShape shape =
                    SnapshotShape.read(BoundedFile.readFully(channel, header, 0).flip());
            SnapshotReader reader = new SnapshotReader(channel, shape);
            reader.refresh();
            return reader;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
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

    /** Returns the places of all snapshots, in the order in which they were taken. */
    public List<Snapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Returns the number of classes of the run. */
    public int classes() {
        return shape.classes();
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
            throw new IOException("the snapshot at byte " + positions.get(index) + " is damaged");
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
