package org.dwastudio.data.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/** Compression of pages. */
final class Compression {
    private static final int NONE = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;
    private static final int LZ4_RAW = 7;
    private static final List<String> NAMES =
            List.of("none", "Snappy", "gzip", "LZO", "Brotli", "LZ4 of Hadoop", "Zstandard", "LZ4");

    private Compression() {}

    /**
     * Returns content without compression.
     *
     * @param codec number of the compression
     * @param size size without compression, which was checked
     */
    static byte[] inflated(int codec, byte[] content, int size) throws IOException {
        ByteArrayInputStream stored = new ByteArrayInputStream(content);
        try (InputStream plain =
                switch (codec) {
                    case NONE -> stored;
                    case SNAPPY -> new SnappyCompressorInputStream(stored);
                    case GZIP -> new GZIPInputStream(stored);
                    case LZ4_RAW -> new BlockLZ4CompressorInputStream(stored);
                    default -> throw unknown(codec);
                }) {
            byte[] bytes = plain.readNBytes(size);
            if (bytes.length < size || plain.read() >= 0) {
                throw new DamagedParquetException(Message.of("parquet.pageSize"));
            }
            return bytes;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DamagedParquetException(Message.of("parquet.compressed"), e);
        }
    }

    private static IOException unknown(int codec) {
        String name = codec >= 0 && codec < NAMES.size() ? NAMES.get(codec) : "number " + codec;
        return new DescribedIOException(Message.of("parquet.codec", name));
    }
}
