package org.dwastudio.image.codec;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Texts in PNG files, by keyword: {@code iTXt} chunks after the header, as defined by the PNG specification (third
 * edition, 11.3.3.4). Long texts are compressed. Equal texts give equal bytes.
 */
public final class PngText {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** The signature and the header chunk, whose length never changes. */
    private static final int BEFORE_TEXTS = SIGNATURE.length + 12 + 13;

    private static final int TYPE_LENGTH = 4;
    private static final int CRC_LENGTH = 4;
    /** Size of a chunk without content: its length, type and checksum. */
    private static final int FRAME_LENGTH = Integer.BYTES + TYPE_LENGTH + CRC_LENGTH;

    private static final int BUFFER = 1 << 13;
    private static final byte[] TYPE = {'i', 'T', 'X', 't'};
    private static final int LONG = 200;
    /** Far above what this program writes; inflating a larger text could exhaust the memory. */
    private static final int MOST_BYTES = 16_000_000;

    private PngText() {}

    /** Returns a PNG's bytes with texts added. */
    public static byte[] added(byte[] png, Map<String, String> texts) throws IOException {
        return added(png, chunks(texts));
    }

    /** Returns a PNG's bytes with chunks added. */
    static byte[] added(byte[] png, byte[] chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, BEFORE_TEXTS);
        bytes.writeBytes(chunks);
        bytes.write(png, BEFORE_TEXTS, png.length - BEFORE_TEXTS);
        return bytes.toByteArray();
    }

    /** Returns a complete PNG's bytes without its texts. */
    public static byte[] removed(byte[] png) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, SIGNATURE.length);
        ByteBuffer chunks = ByteBuffer.wrap(png);
        int place = SIGNATURE.length;
        while (place + FRAME_LENGTH <= png.length) {
            int next = (int) Math.min(png.length, place + FRAME_LENGTH + Integer.toUnsignedLong(chunks.getInt(place)));
            byte[] type = Arrays.copyOfRange(png, place + Integer.BYTES, place + Integer.BYTES + TYPE_LENGTH);
            if (!Arrays.equals(type, TYPE)) {
                bytes.write(png, place, next - place);
            }
            place = next;
        }
        return bytes.toByteArray();
    }

    /** Encodes texts as consecutive chunks. */
    public static byte[] chunks(Map<String, String> texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            byte[] content = content(text.getKey(), text.getValue());
            out.writeInt(content.length);
            out.write(TYPE);
            out.write(content);
            out.writeInt(crc(content));
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the texts of a file.
     *
     * @return texts by keyword, in the file's order; empty if there are none
     * @throws IOException if the file cannot be read, is not a PNG, or a text is damaged, with a message for the user
     */
    public static Map<String, String> read(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(BoundedFile.open(file)))) {
            if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
                throw new DescribedIOException(Message.of("image.noPng", file));
            }
            while (true) {
                int length = in.readInt();
                byte[] type = in.readNBytes(TYPE_LENGTH);
                if (Arrays.equals(type, TYPE)) {
                    readText(file, in, length, texts);
                } else if (Arrays.equals(type, new byte[] {'I', 'E', 'N', 'D'})) {
                    return texts;
                } else {
                    skip(file, in, length, type);
                }
            }
        } catch (EOFException e) {
            throw new DescribedIOException(Message.of("image.cutShort", file), e);
        }
    }

    /** Skips a chunk, whose type may be damaged: a text must not be overlooked. */
    private static void skip(Path file, DataInputStream in, int length, byte[] type) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type);
        byte[] buffer = new byte[BUFFER];
        long left = Integer.toUnsignedLong(length);
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            sum.update(buffer, 0, read);
            left -= read;
        }
        if (in.readInt() != (int) sum.getValue()) {
            throw new DescribedIOException(Message.of("image.broken", file, Message.of("image.checksum")));
        }
    }

    private static void readText(Path file, DataInputStream in, int length, Map<String, String> texts)
            throws IOException {
        if (length < 0 || length > MOST_BYTES) {
            throw damaged(file, null);
        }
        byte[] content = in.readNBytes(length);
        if (in.readInt() != crc(content)) {
            throw damaged(file, null);
        }
        int keyword = indexOfZero(content, 0);
        int translated = indexOfZero(content, indexOfZero(content, keyword + 3) + 1);
        if (keyword + 2 >= content.length || translated >= content.length) {
            throw damaged(file, null);
        }
        byte[] text = Arrays.copyOfRange(content, translated + 1, content.length);
        texts.put(
                new String(content, 0, keyword, StandardCharsets.ISO_8859_1),
                new String(content[keyword + 1] == 0 ? text : inflated(file, text), StandardCharsets.UTF_8));
    }

    private static byte[] inflated(Path file, byte[] text) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(text))) {
            byte[] whole = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw damaged(file, null);
            }
            return whole;
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static int indexOfZero(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != 0) {
            at++;
        }
        return at;
    }

    private static IOException damaged(Path file, @Nullable IOException cause) {
        return new DescribedIOException(Message.of("image.text", file), cause);
    }

    /** Encodes a chunk's content: keyword, compression flag and method, empty language and translated keyword, text. */
    private static byte[] content(String keyword, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean compressed = bytes.length > LONG;
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
        content.write(new byte[] {0, (byte) (compressed ? 1 : 0), 0, 0, 0});
        content.write(compressed ? deflated(bytes) : bytes);
        return content.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(small, best)) {
            out.write(bytes);
        } finally {
            best.end();
        }
        return small.toByteArray();
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(TYPE);
        crc.update(content);
        return (int) crc.getValue();
    }
}
