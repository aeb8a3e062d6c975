package org.dwastudio.run.snapshot;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.dwastudio.image.ImageBatch;

/**
 * Layout of a file of snapshots. A header of {@value #HEADER_BYTES} bytes (magic number, classes, height, width,
 * channels) is followed by records: column, label of the first image, iteration, number of images (4 bytes each, most
 * significant first), the pixels as in {@link ImageBatch}, and the CRC-32C of all of these.
 *
 * @param classes number of classes
 * @param height height of an image in pixels
 * @param width width of an image in pixels
 * @param channels 1 (gray) or 3 (color)
 */
record SnapshotShape(int classes, int height, int width, int channels) {
    static final int HEADER_BYTES = 24;
    /** Bytes of a record before its pixels. */
    static final int PLACE_BYTES = 16;

    static final int CHECKSUM_BYTES = Integer.BYTES;
    private static final long MAGIC = 0x4457_4153_4E41_5031L;
    private static final int MOST_CLASSES = 1_000_000;
    private static final int LONGEST_SIDE = 65_535;

    static SnapshotShape of(ImageBatch images, int classes) {
        return new SnapshotShape(classes, images.height(), images.width(), images.channels());
    }

    /** Returns the shape of a header; empty if it is not one of snapshots. */
    static Optional<SnapshotShape> read(ByteBuffer header) {
        long magic = header.getLong();
        SnapshotShape shape = new SnapshotShape(header.getInt(), header.getInt(), header.getInt(), header.getInt());
        return magic == MAGIC && shape.isPossible() ? Optional.of(shape) : Optional.empty();
    }

    private boolean isPossible() {
        return isWithin(classes, MOST_CLASSES)
                && isWithin(height, LONGEST_SIDE)
                && isWithin(width, LONGEST_SIDE)
                && (channels == 1 || channels == 3)
                && (long) height * width * channels <= Integer.MAX_VALUE / 2;
    }

    private static boolean isWithin(int number, int most) {
        return number >= 1 && number <= most;
    }

    ByteBuffer header() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putLong(MAGIC)
                .putInt(classes)
                .putInt(height)
                .putInt(width)
                .putInt(channels)
                .flip();
    }

    int imageBytes() {
        return height * width * channels;
    }

    /** Returns the size of a record of a number of images. */
    long recordBytes(int count) {
        return PLACE_BYTES + (long) count * imageBytes() + CHECKSUM_BYTES;
    }

    ByteBuffer recordOf(Snapshot snapshot, ImageBatch images) {
        ByteBuffer record = ByteBuffer.allocate(Math.toIntExact(recordBytes(images.count())))
                .putInt(snapshot.column())
                .putInt(snapshot.firstClass())
                .putInt(snapshot.iteration())
                .putInt(images.count())
                .put(images.bytes());
        record.putInt(checksum(record.array(), record.position()));
        return record.flip();
    }

    static int checksum(byte[] bytes, int count) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, count);
        return (int) checksum.getValue();
    }
}
