package org.dwastudio.data.array;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.data.DatasetException;

/**
 * Array of integers in NumPy's format, row-major. Arrays of images may have types and byte orders that weights never
 * have.
 *
 * @param shape sizes of the dimensions
 * @param width bytes per value: 1, 2, 4 or 8
 * @param values content, in its byte order
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one file, never compared.
record NpyArray(int[] shape, int width, ByteBuffer values) {
    private static final Pattern HEADER = Pattern.compile(
            "'descr':\\s*'([<>|=])([iub])([1248])'.*'fortran_order':\\s*False.*'shape':\\s*\\(([\\d,\\s]{0,100})\\)");

    /** Parses the content of a file. */
    static NpyArray of(String name, byte[] content) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            in.position(6);
            int version = in.get();
            in.get();
            byte[] header = new byte[Math.min(in.remaining(), version == 1 ? in.getShort() & 0xFFFF : in.getInt())];
            in.get(header);
            Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
            if (!matcher.find()) {
                throw new DatasetException(name + ": it is not an array of whole numbers in row-major order. Please"
                        + " save images as uint8 and labels as integers.");
            }
            int[] shape = Arrays.stream(matcher.group(4).split(",", -1))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            int width = Integer.parseInt(matcher.group(3));
            ByteBuffer values =
                    in.slice().order(matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            if (size(shape) * width != values.remaining()) {
                throw new DatasetException(name + ": it has " + values.remaining() + " bytes of values, expected "
                        + size(shape) * width + ". Please save or download the file again.");
            }
            return new NpyArray(shape, width, values);
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new DatasetException(name + ": the array is damaged. Please save or download the file again.", e);
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
