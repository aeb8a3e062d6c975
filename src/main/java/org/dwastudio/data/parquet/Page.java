package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Page of a column, as its header describes it.
 *
 * @param kind kind of the page
 * @param offset offset of its content in the file
 * @param stored size of the content in the file
 * @param size size of the content without compression
 * @param values number of values, including nulls
 * @param encoding number of the encoding of the values
 * @param levels size of the levels before the values of a {@link Kind#DATA_V2}
 * @param compressed false if the values are stored as they are
 * @param checksum CRC-32 of the content in the file; empty if the writer left it out
 */
record Page(
        Kind kind,
        long offset,
        int stored,
        int size,
        int values,
        int encoding,
        int levels,
        boolean compressed,
        OptionalLong checksum) {
    /** Images are decompressed page by page. */
    private static final int MOST_BYTES = 512_000_000;

    private static final int FIRST_TRY = 1 << 12;
    private static final int MOST_HEADER = 1 << 24;

    /** Kind of a page. */
    enum Kind {
        DICTIONARY,
        DATA,
        DATA_V2,
        OTHER
    }

    /** Returns the offset of the page that follows. */
    long end() {
        return offset + stored;
    }

    /**
     * Reads the header of a page.
     *
     * @param most end of the column's part
     * @throws IOException if it is damaged
     */
    static Page at(FileChannel file, long position, long most) throws IOException {
        // The header has no length; statistics in it may be long.
        for (int length = FIRST_TRY; ; length *= 8) {
            int tried = (int) Math.min(length, most - position);
            ByteBuffer bytes = ChannelBytes.littleEndian(ChannelBytes.at(file, position, tried));
            try {
                ThriftStruct header = new ThriftReader(bytes).struct();
                Page page = of(header, position + bytes.position());
                if (page.end() > most) {
                    throw new DamagedParquetException(Message.of("parquet.pageOutside"));
                }
                return page;
            } catch (BufferUnderflowException e) {
                if (tried < length || length >= MOST_HEADER) {
                    throw new DamagedParquetException(Message.of("parquet.headerEnd"), e);
                }
            } catch (IllegalArgumentException e) {
                throw new DamagedParquetException(Message.of("parquet.badHeader", FailureCause.reason(e)), e);
            }
        }
    }

    private static Page of(ThriftStruct header, long offset) throws IOException {
        int size = header.smallSize(2);
        int stored = header.smallSize(3);
        if (size > MOST_BYTES || stored > MOST_BYTES) {
            throw new DamagedParquetException(Message.of("parquet.largePage", Math.max(size, stored), MOST_BYTES));
        }
        OptionalLong checksum = header.number(4);
        Optional<ThriftStruct> first = header.struct(5);
        if (first.isPresent()) {
            return of(Kind.DATA, offset, stored, size, first.get(), checksum);
        }
        Optional<ThriftStruct> dictionary = header.struct(7);
        if (dictionary.isPresent()) {
            return of(Kind.DICTIONARY, offset, stored, size, dictionary.get(), checksum);
        }
        Optional<ThriftStruct> second = header.struct(8);
        return second.isPresent()
                ? second(offset, stored, size, second.get(), checksum)
                : new Page(Kind.OTHER, offset, stored, size, 0, 0, 0, false, checksum);
    }

    private static Page of(Kind kind, long offset, int stored, int size, ThriftStruct part, OptionalLong checksum)
            throws IOException {
        return new Page(kind, offset, stored, size, part.smallSize(1), part.smallSize(2), 0, true, checksum);
    }

    private static Page second(long offset, int stored, int size, ThriftStruct part, OptionalLong checksum)
            throws IOException {
        long levels = (long) part.smallSize(5) + part.smallSize(6);
        if (part.smallSize(6) > 0 || levels > Math.min(size, stored)) {
            throw new DamagedParquetException(Message.of("parquet.levels"));
        }
        boolean compressed = part.flag(7).orElse(true);
        return new Page(
                Kind.DATA_V2,
                offset,
                stored,
                size,
                part.smallSize(1),
                part.smallSize(4),
                (int) levels,
                compressed,
                checksum);
    }
}
