package org.dwastudio.image.codec;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Texts in JPEG files, by keyword: comment segments (ITU-T T.81, B.2.4.5) with the keyword, a zero byte and the text in
 * UTF-8. A text longer than a segment continues in the next one of the same keyword. Equal texts give equal bytes.
 */
public final class JpegText {
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    /** Size of the length field, which counts itself. */
    private static final int LENGTH_BYTES = 2;

    private static final int LONGEST = 0xFFFF - LENGTH_BYTES;

    private JpegText() {}

    /** Returns a JPEG's bytes with texts, inserted after the segments that must come first. */
    public static byte[] added(byte[] jpeg, Map<String, String> texts) throws IOException {
        int place = LENGTH_BYTES;
        while (isApplication(jpeg, place)) {
            place += LENGTH_BYTES + (Byte.toUnsignedInt(jpeg[place + 2]) << 8 | Byte.toUnsignedInt(jpeg[place + 3]));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(jpeg, 0, place);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            write(text.getKey(), text.getValue(), out);
        }
        out.write(jpeg, place, jpeg.length - place);
        return bytes.toByteArray();
    }

    private static boolean isApplication(byte[] jpeg, int place) {
        int kind = Byte.toUnsignedInt(jpeg[place + 1]);
        return Byte.toUnsignedInt(jpeg[place]) == MARKER && kind >= FIRST_APPLICATION && kind <= LAST_APPLICATION;
    }

    private static void write(String keyword, String text, DataOutputStream out) throws IOException {
        byte[] key = (keyword + "\0").getBytes(StandardCharsets.ISO_8859_1);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        int room = LONGEST - key.length;
        for (int from = 0; from == 0 || from < content.length; from += room) {
            int length = Math.min(room, content.length - from);
            out.write(MARKER);
            out.write(COMMENT);
            out.writeShort(LENGTH_BYTES + key.length + length);
            out.write(key);
            out.write(content, from, length);
        }
    }

    /** Returns true if a file begins as a JPEG does. */
    public static boolean isJpeg(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(BoundedFile.open(file))) {
            return in.read() == MARKER && in.read() == START_OF_IMAGE;
        }
    }

    /**
     * Reads the texts of a file.
     *
     * @return texts by keyword, in the file's order; empty if there are none
     * @throws IOException if the file cannot be read or is truncated, with a message for the user
     */
    public static Map<String, String> read(Path file) throws IOException {
        Map<String, ByteArrayOutputStream> texts = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(BoundedFile.open(file)))) {
            in.skipNBytes(LENGTH_BYTES);
            for (int kind = nextMarker(in); kind != START_OF_SCAN; kind = nextMarker(in)) {
                int length = in.readUnsignedShort() - LENGTH_BYTES;
                if (length < 0) {
                    throw new EOFException();
                }
                if (kind == COMMENT) {
                    byte[] comment = new byte[length];
                    in.readFully(comment);
                    collect(comment, texts);
                } else {
                    in.skipNBytes(length);
                }
            }
        } catch (EOFException e) {
            throw new DescribedIOException(Message.of("image.jpeg", file), e);
        }
        Map<String, String> found = new LinkedHashMap<>();
        texts.forEach((keyword, text) -> found.put(keyword, text.toString(StandardCharsets.UTF_8)));
        return found;
    }

    /** Reads the marker of the next segment; fill bytes may precede it. */
    private static int nextMarker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != MARKER) {
            throw new EOFException();
        }
        int kind = in.readUnsignedByte();
        while (kind == MARKER) {
            kind = in.readUnsignedByte();
        }
        return kind;
    }

    /** Adds a comment to the texts. Comments of other programs have no keyword. */
    private static void collect(byte[] comment, Map<String, ByteArrayOutputStream> texts) {
        int zero = 0;
        while (zero < comment.length && comment[zero] != 0) {
            zero++;
        }
        if (zero < comment.length) {
            String keyword = new String(comment, 0, zero, StandardCharsets.ISO_8859_1);
            texts.computeIfAbsent(keyword, any -> new ByteArrayOutputStream())
                    .writeBytes(Arrays.copyOfRange(comment, zero + 1, comment.length));
        }
    }
}
