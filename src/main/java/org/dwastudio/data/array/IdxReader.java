package org.dwastudio.data.array;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Reader of one file in MNIST's IDX format, plain or gzip (detected by its first bytes, not by its name). The header is
 * two zero bytes, the type of the values, the number of dimensions, and each dimension as a big-endian 32-bit number.
 *
 * <p>Source: the description of the file format on the MNIST database's page.
 */
final class IdxReader {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int UNSIGNED_BYTE = 0x08;
    /** The largest published file, of EMNIST, has 640 million bytes; a few bytes of gzip may announce any number. */
    private static final long MOST_BYTES = 1L << 30;

    private static final Message FETCH_AGAIN = Message.of("idx.fetch");

    private final String file;
    private final long mostBytes;

    /**
     * Creates a reader.
     *
     * @param file name in messages
     */
    IdxReader(String file) {
        this(file, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 2));
    }

    /** Creates a reader with another limit for the values of the file, which are held in memory. */
    IdxReader(String file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /**
     * Reads labels: one dimension of unsigned bytes.
     *
     * @param stream the file; not closed
     * @throws DatasetException if it is not a complete IDX file of that form
     */
    byte[] readLabels(InputStream stream) throws IOException {
        return read(stream, Message.of("idx.ofLabels"), 1).values();
    }

    /**
     * Reads gray images: [count, height, width] unsigned bytes.
     *
     * @param stream the file; not closed
     * @throws DatasetException if it is not a complete IDX file of that form
     */
    ImageBatch readImages(InputStream stream) throws IOException {
        Values images = read(stream, Message.of("idx.ofImages"), 3);
        return new ImageBatch(images.shape()[0], images.shape()[1], images.shape()[2], 1, images.values());
    }

    private Values read(InputStream stream, Message content, int dimensions) throws IOException {
        try {
            DataInputStream in = new DataInputStream(unpacked(stream));
            checkMagic(in.readInt(), content, dimensions);
            int[] shape = new int[dimensions];
            for (int i = 0; i < dimensions; i++) {
                shape[i] = in.readInt();
            }
            byte[] values = readBody(in, shape);
            return new Values(shape, values);
        } catch (EOFException e) {
            throw problem(Message.of("idx.truncated"), FETCH_AGAIN, e);
        } catch (ZipException e) {
            throw problem(Message.of("idx.gzip", FailureCause.reason(e)), FETCH_AGAIN, e);
        }
    }

    private static InputStream unpacked(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream);
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        return start == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private void checkMagic(int magic, Message content, int dimensions) throws DatasetException {
        int expected = UNSIGNED_BYTE << 8 | dimensions;
        int type = magic >>> 8;
        if (type >>> 8 != 0) {
            throw problem(Message.of("idx.magic", hex(magic), hex(expected)), Message.of("idx.giveFile", content));
        }
        if (type != UNSIGNED_BYTE) {
            throw problem(
                    Message.of("idx.type", String.format(Locale.ROOT, "0x%02X", type)), Message.of("idx.convert"));
        }
        if (magic != expected) {
            throw problem(Message.of("idx.dimensions", magic & 0xFF, dimensions, content), Message.of("idx.swapped"));
        }
    }

    private byte[] readBody(InputStream in, int[] shape) throws IOException {
        long size = 1;
        for (int extent : shape) {
            if (extent <= 0) {
                throw problem(Message.of("idx.extent", extent), FETCH_AGAIN);
            }
            // Saturates instead of overflowing: three dimensions of 31 bits do not fit into 63.
            size = Math.min(size * extent, Integer.MAX_VALUE + 1L);
        }
        if (size > mostBytes) {
            throw problem(
                    Message.of("idx.tooLarge", ByteSizes.describe(mostBytes)),
                    Message.of(mostBytes < MOST_BYTES ? "idx.memory" : "idx.split"));
        }
        byte[] values = in.readNBytes((int) size);
        if (values.length < size) {
            throw problem(Message.of("idx.values", values.length, size), FETCH_AGAIN);
        }
        if (in.read() != -1) {
            throw problem(Message.of("idx.more", size), FETCH_AGAIN);
        }
        return values;
    }

    private static String hex(int magic) {
        return String.format(Locale.ROOT, "0x%08X", magic);
    }

    private DatasetException problem(Message what, Message remedy) {
        return new DatasetException(Message.of("idx.problem", file, what, remedy));
    }

    private DatasetException problem(Message what, Message remedy, Exception cause) {
        return new DatasetException(Message.of("idx.problem", file, what, remedy), cause);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Values(int[] shape, byte[] values) {}
}
