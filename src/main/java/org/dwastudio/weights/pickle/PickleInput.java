package org.dwastudio.weights.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.dwastudio.text.Message;
import org.dwastudio.weights.ReadBudget;

/** Little-endian byte input of a pickle that counts its position. */
final class PickleInput {
    // Python's longest class name is far shorter; a line without an end must not fill the memory.
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_NUMBER = 1024;

    private final InputStream in;
    private final ReadBudget budget;
    private final int longest;
    private long position;

    /**
     * Creates an input.
     *
     * @param longest maximum length of a text or of bytes
     */
    PickleInput(InputStream in, ReadBudget budget, int longest) {
        this.in = in;
        this.budget = budget;
        this.longest = longest;
    }

    /** Returns the number of bytes read. */
    long position() {
        return position;
    }

    int unsignedByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new PickleException(Message.of("pickle.ends", position));
        }
        position++;
        return value;
    }

    int unsignedShort() throws IOException {
        return Short.toUnsignedInt(buffer(Short.BYTES).getShort());
    }

    int integer() throws IOException {
        return buffer(Integer.BYTES).getInt();
    }

    long longInteger() throws IOException {
        return buffer(Long.BYTES).getLong();
    }

    double bigEndianDouble() throws IOException {
        return buffer(Double.BYTES).order(ByteOrder.BIG_ENDIAN).getDouble();
    }

    /** Reads a two's complement number of {@code length} bytes: a Long if it fits, otherwise a BigInteger. */
    Object number(long length) throws IOException {
        if (length > LONGEST_NUMBER) {
            throw new PickleException(Message.of("pickle.number", position));
        }
        byte[] bytes = bytes(length);
        for (int i = 0; i < bytes.length / 2; i++) {
            byte swapped = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = swapped;
        }
        BigInteger value = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    String text(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** Reads a string of Python 2, one character per byte. */
    String byteString(long length) throws IOException {
        return new String(bytes(length), StandardCharsets.ISO_8859_1);
    }

    /** Reads up to the end of the line. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = unsignedByte(); next != '\n'; next = unsignedByte()) {
            if (line.length() == LONGEST_LINE) {
                throw new PickleException(Message.of("pickle.name", position));
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** Reads {@code length} bytes; a length beyond the end of the input is rejected before memory is allocated. */
    byte[] bytes(long length) throws IOException {
        if (length < 0 || length > longest) {
            throw new PickleException(Message.of("pickle.length", position));
        }
        budget.chargeBytes(length);
        // The array grows only with the bytes that exist.
        byte[] bytes = in.readNBytes((int) length);
        position += bytes.length;
        if (bytes.length < length) {
            throw new PickleException(Message.of("pickle.ends", position));
        }
        return bytes;
    }

    private ByteBuffer buffer(int length) throws IOException {
        return ByteBuffer.wrap(bytes(length)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
