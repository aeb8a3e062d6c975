package org.dwastudio.data.parquet;

import java.util.Arrays;
import java.util.Optional;

/**
 * Values of a page, as parts of its content.
 *
 * @param data content of the page, or of the dictionary that it refers to
 * @param starts start of each value; -1 for null
 * @param lengths length of each value
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ByteArrays(byte[] data, int[] starts, int[] lengths) {

    /** Returns a value; empty for null. */
    Optional<byte[]> value(int index) {
        return starts[index] < 0
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(data, starts[index], starts[index] + lengths[index]));
    }

    /** Returns the memory that these values take, in bytes. */
    long bytes() {
        return data.length + (long) Integer.BYTES * (starts.length + lengths.length);
    }
}
