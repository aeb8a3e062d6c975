package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Fields of a Thrift structure by their numbers: {@link Boolean}, {@link Long}, {@link Double}, byte arrays, lists and
 * structures.
 */
record ThriftStruct(Map<Integer, Object> fields) {

    /** Returns a whole number; empty if the field is missing. */
    OptionalLong number(int field) throws IOException {
        Optional<Long> found = get(field, Long.class);
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    /** Returns a whole number from 0. */
    long size(int field) throws IOException {
        long value = number(field).orElseThrow(() -> missing(field));
        if (value < 0) {
            throw new DamagedParquetException(Message.of("parquet.negativeSize"));
        }
        return value;
    }

    /** Returns a whole number from 0 that is an {@code int}. */
    int smallSize(int field) throws IOException {
        long value = size(field);
        if (value > Integer.MAX_VALUE) {
            throw new DamagedParquetException(Message.of("parquet.largeSize", value));
        }
        return (int) value;
    }

    /** Returns a truth value; empty if the field is missing. */
    Optional<Boolean> flag(int field) throws IOException {
        return get(field, Boolean.class);
    }

    /** Returns a text; empty if the field is missing. */
    Optional<String> text(int field) throws IOException {
        return get(field, byte[].class).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Returns a structure; empty if the field is missing. */
    Optional<ThriftStruct> struct(int field) throws IOException {
        return get(field, ThriftStruct.class);
    }

    /** Returns a list of structures; empty if the field is missing. */
    List<ThriftStruct> structs(int field) throws IOException {
        return list(field, ThriftStruct.class);
    }

    /** Returns a list of texts; empty if the field is missing. */
    List<String> texts(int field) throws IOException {
        return list(field, byte[].class).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private <T> List<T> list(int field, Class<T> type) throws IOException {
        List<?> found = get(field, List.class).orElse(List.of());
        for (Object one : found) {
            if (!type.isInstance(one)) {
                throw new DamagedParquetException(Message.of("parquet.fieldType", field));
            }
        }
        return found.stream().map(type::cast).toList();
    }

    private <T> Optional<T> get(int field, Class<T> type) throws IOException {
        Object value = fields.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new DamagedParquetException(Message.of("parquet.fieldType", field));
        }
        return Optional.of(type.cast(value));
    }

    private static IllegalArgumentException missing(int field) {
        return new DescribedArgumentException(Message.of("parquet.fieldMissing", field));
    }
}
