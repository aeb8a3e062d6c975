package org.dwastudio.weights.numpy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.RegularFile;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/**
 * Float32 matrix in NumPy's format, written and read row by row, so that it need not fit into memory. A SHA-256 of all
 * bytes follows the values; NumPy ignores it.
 */
public final class FloatMatrixFile implements AutoCloseable {
    private static final int DIGEST_BYTES = 32;
    private static final int MOST_HEADER_BYTES = 1 << 10;
    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel channel;
    private final long start;
    private final int rows;
    private final int columns;

    private FloatMatrixFile(FileChannel channel, long start, int rows, int columns) {
        this.channel = channel;
        this.start = start;
        this.rows = rows;
        this.columns = columns;
    }

    /** Source of the rows of a matrix. */
    @FunctionalInterface
    public interface Rows {
        /** Adds all rows in their order. */
        void addTo(Target target) throws IOException;
    }

    /** Receiver of the rows of a matrix. */
    @FunctionalInterface
    public interface Target {
        /**
         * Adds some rows.
         *
         * @param values [any number, columns]
         */
        void add(float... values) throws IOException;
    }

    /**
     * Writes a matrix atomically.
     *
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1
     * @param source must add as many values
     */
    public static void write(Path file, int rows, int columns, Rows source) throws IOException {
        AtomicFile.write(file, (Path partial) -> {
            MessageDigest sha256 = DigestUtils.getSha256Digest();
            try (FileChannel channel = RegularFile.openForWriting(
                            partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
                    OutputStream out = Channels.newOutputStream(channel)) {
                byte[] header = NpyFormat.header(DataType.FLOAT32, new Shape(rows, columns));
                sha256.update(header);
                out.write(header);
                long[] added = {0};
                source.addTo(values -> {
                    byte[] bytes = bytes(values);
                    sha256.update(bytes);
                    out.write(bytes);
                    added[0] += values.length;
                });
                if (added[0] != (long) rows * columns) {
                    throw new IllegalArgumentException(
                            added[0] + " values for a matrix of [" + rows + ", " + columns + "]");
                }
                out.write(sha256.digest());
                channel.force(true);
            }
        });
    }

    private static byte[] bytes(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /**
     * Opens a matrix and reads it once to check it; the caller closes it.
     *
     * @throws WeightsException if the file is damaged or no such matrix
     */
    public static FloatMatrixFile open(Path file) throws IOException {
        FileChannel channel = BoundedFile.openChannel(file);
        try {
            FloatMatrixFile matrix = opened(file, channel);
            if (!isIntact(channel)) {
                throw new WeightsException(file, Message.of("checkpoint.checksum"));
            }
            return matrix;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FloatMatrixFile opened(Path file, FileChannel channel) throws IOException {
        byte[] prefix = new byte[(int) Math.min(MOST_HEADER_BYTES, channel.size())];
        BoundedFile.readFully(channel, ByteBuffer.wrap(prefix), 0);
        try {
            NpyArray array = NpyArray.parse(prefix);
            long[] shape = array.shape();
            long start = (long) prefix.length - array.values().remaining();
            if (array.type().equals("<f4") && shape.length == 2) {
                int rows = Math.toIntExact(shape[0]);
                int columns = Math.toIntExact(shape[1]);
                long bytes = Math.multiplyExact((long) rows * columns, Float.BYTES);
                if (rows > 0 && columns > 0 && channel.size() == start + bytes + DIGEST_BYTES) {
                    return new FloatMatrixFile(channel, start, rows, columns);
                }
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WeightsException(file, Message.of("numpy.header"), e);
        }
        throw new WeightsException(file, Message.of("numpy.header"));
    }

    private static boolean isIntact(FileChannel channel) throws IOException {
        long end = channel.size() - DIGEST_BYTES;
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        for (long at = 0; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER_BYTES, end - at));
            BoundedFile.readFully(channel, buffer, at);
            sha256.update(buffer.flip());
        }
        ByteBuffer recorded = ByteBuffer.allocate(DIGEST_BYTES);
        BoundedFile.readFully(channel, recorded, end);
        return Arrays.equals(recorded.array(), sha256.digest());
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns. */
    public int columns() {
        return columns;
    }

    /**
     * Reads some rows.
     *
     * @return [wanted, columns]
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public float[] read(int... wanted) throws IOException {
        float[] values = new float[Math.multiplyExact(wanted.length, columns)];
        ByteBuffer row = ByteBuffer.allocate(columns * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < wanted.length; i++) {
            long at = start + (long) Objects.checkIndex(wanted[i], rows) * row.capacity();
            BoundedFile.readFully(channel, row.clear(), at);
            row.flip().asFloatBuffer().get(values, i * columns, columns);
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
