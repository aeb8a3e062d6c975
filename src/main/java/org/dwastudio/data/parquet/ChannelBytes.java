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
     * Returns bytes of a file in little-endian order.
     *
     * @throws EOFException if the file is shorter
     */
    static ByteBuffer at(FileChannel file, long position, int length) throws IOException {
        if (length < 0 || position < 0 || position > file.size() - length) {
            throw new EOFException("it ends too early");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return bytes.flip();
    }
}
