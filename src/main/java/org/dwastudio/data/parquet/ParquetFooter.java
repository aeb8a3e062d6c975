package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Metadata at the end of a Parquet file.
 *
 * <p>Source: the file {@code parquet.thrift} of the Apache Parquet format.
 *
 * @param identity SHA-256 of the metadata, which contains sizes and statistics of all parts
 * @param rows number of rows
 * @param columns columns of the schema
 * @param texts key-value metadata
 */
record ParquetFooter(String identity, int rows, List<ParquetColumn> columns, Map<String, String> texts) {
    private static final int TAIL = 8;
    private static final String MAGIC = "PAR1";
    private static final String ENCRYPTED = "PARE";
    /** The metadata is held in memory. */
    private static final int MOST_BYTES = 64_000_000;
    /** Labels are held in memory. */
    private static final long MOST_ROWS = 20_000_000;

    private static final int DEEPEST = 16;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;

    ParquetFooter {
        columns = List.copyOf(columns);
        texts = Map.copyOf(texts);
    }

    /**
     * Reads the metadata.
     *
     * @throws IOException if the file is no Parquet file or damaged, with a message without its name
     */
    static ParquetFooter read(FileChannel file) throws IOException {
        long size = file.size();
        if (size < MAGIC.length() + TAIL) {
            throw new DescribedIOException(Message.of("parquet.noFile"));
        }
        ByteBuffer tail = ChannelBytes.littleEndian(ChannelBytes.at(file, size - TAIL, TAIL));
        int bytes = tail.getInt();
        byte[] magic = new byte[MAGIC.length()];
        tail.get(magic);
        String kind = new String(magic, StandardCharsets.ISO_8859_1);
        if (kind.equals(ENCRYPTED)) {
            throw new DescribedIOException(Message.of("parquet.encrypted"));
        }
        if (!kind.equals(MAGIC)) {
            throw new DescribedIOException(Message.of("parquet.noFile"));
        }
        if (bytes < 0 || bytes > size - TAIL - MAGIC.length() || bytes > MOST_BYTES) {
            throw new DamagedParquetException(Message.of("parquet.metadataBytes", bytes));
        }
        try {
            byte[] metadata = ChannelBytes.at(file, size - TAIL - bytes, bytes);
            ThriftStruct struct = new ThriftReader(ChannelBytes.littleEndian(metadata)).struct();
            return parse(DigestUtils.sha256Hex(metadata), struct, size);
        } catch (BufferUnderflowException e) {
            throw new DamagedParquetException(Message.of("parquet.metadataEnd"), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DamagedParquetException(Message.of("parquet.badMetadata", FailureCause.reason(e)), e);
        }
    }

    private static ParquetFooter parse(String identity, ThriftStruct file, long size) throws IOException {
        long rows = file.size(3);
        if (rows > MOST_ROWS) {
            throw new DescribedIOException(Message.of("parquet.rows", rows, MOST_ROWS));
        }
        List<ThriftStruct> groups = file.structs(4);
        List<ParquetColumn> columns = new ArrayList<>();
        new Schema(file.structs(2), groups, size).leaves(columns);
        for (ParquetColumn column : columns) {
            long all = column.chunks().stream()
                    .mapToLong(ParquetColumn.Chunk::rows)
                    .sum();
            if (all != rows) {
                throw new DamagedParquetException(Message.of("parquet.groupRows", all, rows));
            }
        }
        Map<String, String> texts = new HashMap<>();
        for (ThriftStruct pair : file.structs(5)) {
            texts.put(pair.text(1).orElse(""), pair.text(2).orElse(""));
        }
        return new ParquetFooter(identity, (int) rows, columns, texts);
    }

    /** Schema, which lists its elements depth first. */
    private static final class Schema {
        private final List<ThriftStruct> elements;
        private final List<ThriftStruct> groups;
        private final long size;
        private int next;

        Schema(List<ThriftStruct> elements, List<ThriftStruct> groups, long size) {
            this.elements = elements;
            this.groups = groups;
            this.size = size;
        }

        void leaves(List<ParquetColumn> columns) throws IOException {
            ThriftStruct root = elements.get(next++);
            int children = root.smallSize(5);
            for (int i = 0; i < children; i++) {
                below(List.of(), 0, false, columns);
            }
        }

        private void below(List<String> above, int defined, boolean many, List<ParquetColumn> columns)
                throws IOException {
            ThriftStruct element = elements.get(next++);
            List<String> path = new ArrayList<>(above);
            path.add(element.text(4).orElse(""));
            if (path.size() > DEEPEST) {
                throw new DamagedParquetException(Message.of("parquet.deepColumns"));
            }
            long repetition = element.number(3).orElse(0);
            int levels = defined + (repetition == OPTIONAL || repetition == REPEATED ? 1 : 0);
            boolean repeated = many || repetition == REPEATED;
            int children = (int) element.number(5).orElse(0);
            for (int i = 0; i < children; i++) {
                below(path, levels, repeated, columns);
            }
            if (children == 0) {
                ParquetColumn.Type type = ParquetColumn.Type.of(element.smallSize(1));
                columns.add(new ParquetColumn(path, type, levels, repeated, chunks(columns.size())));
            }
        }

        private List<ParquetColumn.Chunk> chunks(int column) throws IOException {
            List<ParquetColumn.Chunk> chunks = new ArrayList<>();
            for (ThriftStruct group : groups) {
                ThriftStruct chunk = group.structs(1).get(column);
                if (chunk.text(1).isPresent()) {
                    throw new DamagedParquetException(Message.of("parquet.otherFiles"));
                }
                ThriftStruct data = chunk.struct(3)
                        .orElseThrow(() -> new DamagedParquetException(Message.of("parquet.bareColumn")));
                long pages = data.size(9);
                long dictionary = data.number(11).orElse(pages);
                long start = dictionary > 0 ? Math.min(pages, dictionary) : pages;
                long bytes = data.size(7);
                if (start > size || bytes > size - start) {
                    throw new DamagedParquetException(Message.of("parquet.columnOutside"));
                }
                chunks.add(new ParquetColumn.Chunk(data.smallSize(4), group.smallSize(3), start, bytes));
            }
            return chunks;
        }
    }
}
