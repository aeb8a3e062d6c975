package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.text.Message;

/**
 * Reader of Thrift's compact protocol, in which Parquet stores its metadata.
 *
 * <p>Source: the specification "Thrift compact protocol encoding" of Apache Thrift.
 */
final class ThriftReader {
    private static final int DEEPEST = 16;
    private static final int STOP = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int LONG_FORM = 15;
    private static final int MOST_BITS = 64;

    private final ByteBuffer in;

    /**
     * Creates a reader.
     *
     * @param in little-endian; read from its position
     */
    ThriftReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Reads a structure.
     *
     * @throws BufferUnderflowException if the structure continues after the end of the bytes
     * @throws IOException if the bytes are no structure
     */
    ThriftStruct struct() throws IOException {
        return struct(0);
    }

    private ThriftStruct struct(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new DamagedParquetException(Message.of("parquet.deepMetadata"));
        }
        Map<Integer, Object> fields = new HashMap<>();
        int field = 0;
        while (true) {
            int header = in.get() & 0xFF;
            int type = header & 0xF;
            if (type == STOP) {
                return new ThriftStruct(fields);
            }
            int step = header >> 4;
            field = step == 0 ? (int) zigzag() : field + step;
            if (type == TRUE || type == FALSE) {
                fields.put(field, type == TRUE);
            } else {
                fields.put(field, value(type, depth));
            }
        }
    }

    private Object value(int type, int depth) throws IOException {
        return switch (type) {
            // In a list, a truth value takes a byte.
            case TRUE, FALSE -> in.get() == TRUE;
            case BYTE -> (long) in.get();
            case 4, 5, 6 -> zigzag();
            case DOUBLE -> in.getDouble();
            case BINARY -> bytes();
            case LIST, SET -> list(depth + 1);
            case MAP -> map(depth + 1);
            case STRUCT -> struct(depth + 1);
            default -> throw new DamagedParquetException(Message.of("parquet.unknownType", type));
        };
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = new byte[count()];
        in.get(bytes);
        return bytes;
    }

    private List<Object> list(int depth) throws IOException {
        requireDepth(depth);
        int header = in.get() & 0xFF;
        int size = header >> 4;
        if (size == LONG_FORM) {
            size = count();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value(header & 0xF, depth));
        }
        return values;
    }

    /** Returns keys and values one after the other. */
    private List<Object> map(int depth) throws IOException {
        requireDepth(depth);
        int size = count();
        List<Object> values = new ArrayList<>();
        if (size > 0) {
            int types = in.get() & 0xFF;
            for (int i = 0; i < size; i++) {
                values.add(value(types >> 4, depth));
                values.add(value(types & 0xF, depth));
            }
        }
        return values;
    }

    private static void requireDepth(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new DamagedParquetException(Message.of("parquet.deepMetadata"));
        }
    }

    /** Reads a number of bytes or elements, each of which takes at least one byte. */
    private int count() throws IOException {
        long count = varint();
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return (int) count;
    }

    private long zigzag() throws IOException {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < MOST_BITS; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedParquetException(Message.of("parquet.longNumber"));
    }
}
