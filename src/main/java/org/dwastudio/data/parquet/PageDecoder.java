package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Decoder of the pages of a column.
 *
 * @param file file of the column
 * @param column column without repeated values
 * @param codec number of the compression
 */
record PageDecoder(FileChannel file, ParquetColumn column, int codec) {
    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int RLE_DICTIONARY = 8;
    /** Value of a null among whole numbers. */
    static final long NULL = Long.MIN_VALUE;

    /** Content of a page: which of its values are there, its bytes, and those of the values. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Content(boolean[] present, byte[] data, ByteBuffer values) {
        int count() {
            int count = 0;
            for (boolean one : present) {
                count += one ? 1 : 0;
            }
            return count;
        }
    }

    /** Returns the values of a page of byte arrays. */
    ByteArrays byteArrays(Page page, Optional<ByteArrays> dictionary) throws IOException {
        Content content = content(page);
        ByteBuffer in = content.values();
        int[] starts = new int[page.values()];
        int[] lengths = new int[page.values()];
        if (refersToDictionary(page)) {
            ByteArrays values =
                    dictionary.orElseThrow(() -> new DamagedParquetException(Message.of("parquet.noDictionary")));
            int[] indices = indices(content, values.starts().length);
            int next = 0;
            for (int i = 0; i < starts.length; i++) {
                int index = content.present()[i] ? indices[next++] : -1;
                starts[i] = index < 0 ? -1 : values.starts()[index];
                lengths[i] = index < 0 ? 0 : values.lengths()[index];
            }
            return new ByteArrays(values.data(), starts, lengths);
        }
        try {
            for (int i = 0; i < starts.length; i++) {
                starts[i] = -1;
                if (content.present()[i]) {
                    lengths[i] = in.getInt();
                    starts[i] = in.position();
                    if (lengths[i] < 0 || lengths[i] > in.remaining()) {
                        throw new DamagedParquetException(Message.of("parquet.longValue"));
                    }
                    in.position(in.position() + lengths[i]);
                }
            }
        } catch (BufferUnderflowException e) {
            throw new DamagedParquetException(Message.of("parquet.pageEnd"), e);
        }
        return new ByteArrays(content.data(), starts, lengths);
    }

    /** Returns the values of a page of whole numbers. */
    long[] wholes(Page page, Optional<long[]> dictionary) throws IOException {
        Content content = content(page);
        long[] numbers = new long[page.values()];
        Arrays.fill(numbers, NULL);
        if (refersToDictionary(page)) {
            long[] values =
                    dictionary.orElseThrow(() -> new DamagedParquetException(Message.of("parquet.noDictionary")));
            int[] indices = indices(content, values.length);
            int next = 0;
            for (int i = 0; i < numbers.length; i++) {
                if (content.present()[i]) {
                    numbers[i] = values[indices[next++]];
                }
            }
            return numbers;
        }
        try {
            for (int i = 0; i < numbers.length; i++) {
                if (content.present()[i]) {
                    numbers[i] = column.type() == ParquetColumn.Type.INT32
                            ? content.values().getInt()
                            : content.values().getLong();
                }
            }
        } catch (BufferUnderflowException e) {
            throw new DamagedParquetException(Message.of("parquet.pageEnd"), e);
        }
        return numbers;
    }

    private static boolean refersToDictionary(Page page) throws IOException {
        if (page.kind() == Page.Kind.DICTIONARY) {
            return false;
        }
        return switch (page.encoding()) {
            case PLAIN -> false;
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> true;
            default -> throw new DescribedIOException(Message.of("parquet.encoding", page.encoding()));
        };
    }

    private static int[] indices(Content content, int values) throws IOException {
        int count = content.count();
        if (count == 0) {
            return new int[0];
        }
        ByteBuffer in = content.values();
        if (!in.hasRemaining()) {
            throw new DamagedParquetException(Message.of("parquet.pageEnd"));
        }
        int[] indices = Runs.read(in, in.get() & 0xFF, count);
        for (int index : indices) {
            if (index < 0 || index >= values) {
                throw new DamagedParquetException(Message.of("parquet.dictionaryIndex", index, values));
            }
        }
        return indices;
    }

    private Content content(Page page) throws IOException {
        byte[] stored = stored(page);
        boolean optional = column.mostDefined() > 0 && page.kind() != Page.Kind.DICTIONARY;
        if (page.kind() == Page.Kind.DATA_V2) {
            ByteBuffer levels = wrapped(stored, 0, page.levels());
            byte[] rest = Arrays.copyOfRange(stored, page.levels(), stored.length);
            byte[] values = page.compressed() ? Compression.inflated(codec, rest, page.size() - page.levels()) : rest;
            return new Content(present(levels, page, optional), values, wrapped(values, 0, values.length));
        }
        byte[] all = Compression.inflated(codec, stored, page.size());
        ByteBuffer in = wrapped(all, 0, all.length);
        if (!optional) {
            return new Content(present(in, page, false), all, in);
        }
        int bytes = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (bytes < 0 || bytes > in.remaining()) {
            throw new DamagedParquetException(Message.of("parquet.levels"));
        }
        boolean[] present = present(wrapped(all, in.position(), bytes), page, true);
        in.position(in.position() + bytes);
        return new Content(present, all, in);
    }

    private byte[] stored(Page page) throws IOException {
        byte[] stored = ChannelBytes.at(file, page.offset(), page.stored());
        if (page.checksum().isPresent()) {
            CRC32 sum = new CRC32();
            sum.update(stored);
            if ((int) sum.getValue() != (int) page.checksum().getAsLong()) {
                throw new DamagedParquetException(Message.of("parquet.checksum"));
            }
        }
        return stored;
    }

    private boolean[] present(ByteBuffer levels, Page page, boolean optional) throws IOException {
        boolean[] present = new boolean[page.values()];
        if (!optional) {
            Arrays.fill(present, true);
            return present;
        }
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(column.mostDefined());
        int[] defined = Runs.read(levels, width, page.values());
        for (int i = 0; i < present.length; i++) {
            present[i] = defined[i] == column.mostDefined();
        }
        return present;
    }

    private static ByteBuffer wrapped(byte[] bytes, int from, int length) {
        return ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
