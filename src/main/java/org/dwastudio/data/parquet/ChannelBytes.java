package org.dwastudio.data.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Parts of a file, read at their positions. */
final class ChannelBytes {
    private ChannelBytes() {}

    /**
     * Returns bytes of a file.
     *
     * @throws EOFException if the file is shorter
     */
    static byte[] at(FileChannel file, long position, int length) throws IOException {
        if (length < 0 || position < 0 || position > file.size() - length) {
            throw new EOFException();
        }
        byte[] bytes = new byte[length];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        while (into.hasRemaining()) {
            if (file.read(into, position + into.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes;
    }

    /** Returns bytes for reading in little-endian order. */
    static ByteBuffer littleEndian(byte... bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
