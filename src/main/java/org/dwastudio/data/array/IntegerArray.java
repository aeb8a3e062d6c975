package org.dwastudio.data.array;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.data.DatasetException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.weights.numpy.NpyArray;

/**
 * NumPy array of integers or truth values, row-major, of any width and byte order.
 *
 * @param shape sizes of the dimensions
 * @param width bytes per value: 1, 2, 4 or 8
 * @param values content, in its byte order
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one file, never compared.
record IntegerArray(int[] shape, int width, ByteBuffer values) {
    private static final Pattern TYPE = Pattern.compile("[<>|=][iub]([1248])");

    /**
     * Parses the content of a file.
     *
     * @param name file and array, for messages
     */
    static IntegerArray of(String name, byte[] content) throws DatasetException {
        try {
            NpyArray array = NpyArray.parse(content);
            Matcher type = TYPE.matcher(array.type());
            if (!type.matches()) {
                throw new DatasetException(Message.of("array.noIntegers", name));
            }
            int width = Integer.parseInt(type.group(1));
            int[] shape =
                    Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
            long expected = size(shape) * width;
            int stored = array.values().remaining();
            if (expected != stored) {
                throw new DatasetException(Message.of("array.length", name, stored, expected));
            }
            return new IntegerArray(shape, width, array.values());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DatasetException(Message.of("array.broken", name, FailureCause.reason(e)), e);
        }
    }

    private static long size(int... shape) {
        long size = 1;
        for (int extent : shape) {
            size = Math.min(size * extent, Long.MAX_VALUE / Integer.MAX_VALUE);
        }
        return size;
    }

    int count() {
        return shape.length == 0 ? 0 : shape[0];
    }

    /** Returns the number of values. */
    int length() {
        return values.remaining() / width;
    }

    /** Returns one value. */
    long value(int index) {
        return switch (width) {
            case 1 -> values.get(index) & 0xFF;
            case 2 -> values.getShort(2 * index);
            case 4 -> values.getInt(4 * index);
            default -> values.getLong(8 * index);
        };
    }

    /** Returns the values of an array of bytes. */
    byte[] bytes() {
        byte[] bytes = new byte[values.remaining()];
        values.duplicate().get(bytes);
        return bytes;
    }
}
