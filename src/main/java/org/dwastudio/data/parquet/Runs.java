package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.dwastudio.text.Message;

/** Numbers of a few bits, stored as runs of equal numbers and as packed bits alternately: levels and indices. */
final class Runs {
    private static final int MOST_WIDTH = 32;

    private Runs() {}

    /**
     * Reads numbers.
     *
     * @param in little-endian; read from its position
     * @param width bits of a number
     * @param count how many numbers
     */
    static int[] read(ByteBuffer in, int width, int count) throws IOException {
        if (width < 0 || width > MOST_WIDTH) {
            throw new DamagedParquetException(Message.of("parquet.bitWidth", width));
        }
        int[] numbers = new int[count];
        if (width == 0) {
            return numbers;
        }
        int done = 0;
        try {
            while (done < count) {
                int header = varint(in);
                int run = header >>> 1;
                if (run == 0) {
                    throw new DamagedParquetException(Message.of("parquet.emptyRun"));
                }
                if ((header & 1) == 0) {
                    int length = Math.min(run, count - done);
                    Arrays.fill(numbers, done, done + length, value(in, (width + 7) / 8));
                    done += length;
                } else {
                    done = packed(in, width, (int) Math.min(8L * run, count - done), numbers, done);
                }
            }
        } catch (BufferUnderflowException e) {
            throw new DamagedParquetException(Message.of("parquet.pageEnd"), e);
        }
        return numbers;
    }

    private static int packed(ByteBuffer in, int width, int count, int[] numbers, int from) {
        long bits = 0;
        int held = 0;
        long mask = (1L << width) - 1;
        for (int i = 0; i < count; i++) {
            while (held < width) {
                bits |= (long) (in.get() & 0xFF) << held;
                held += 8;
            }
            numbers[from + i] = (int) (bits & mask);
            bits >>>= width;
            held -= width;
        }
        // Groups of eight numbers are whole; those after the last number are padding.
        int padding = Math.floorMod(-count, 8) * width - held;
        in.position(Math.min(in.limit(), in.position() + Math.max(0, padding) / 8));
        return from + count;
    }

    private static int value(ByteBuffer in, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in.get() & 0xFF) << (8 * i);
        }
        return value;
    }

    private static int varint(ByteBuffer in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < MOST_WIDTH; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedParquetException(Message.of("parquet.longVarint"));
    }
}
