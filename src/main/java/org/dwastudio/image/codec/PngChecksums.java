package org.dwastudio.image.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/** Check of the CRC-32 at the end of each chunk of a PNG, which the decoder of the JDK does not compare. */
final class PngChecksums {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TYPE = 4;
    /** Chunks that change no pixel; other programs read images in which only these are damaged. */
    private static final Set<String> WITHOUT_PIXELS = Set.of("tEXt", "zTXt", "iTXt", "tIME");

    private PngChecksums() {}

    /**
     * Checks the chunks of a PNG; files of other formats, and chunks that are cut short, are left to the decoder.
     *
     * @throws IOException if a checksum does not match, with a message without the name of the file
     */
    static void require(byte[] file) throws IOException {
        if (file.length < SIGNATURE.length || !Arrays.equals(SIGNATURE, Arrays.copyOf(file, SIGNATURE.length))) {
            return;
        }
        ByteBuffer chunks = ByteBuffer.wrap(file).position(SIGNATURE.length);
        while (chunks.remaining() >= Integer.BYTES + TYPE + Integer.BYTES) {
            long length = Integer.toUnsignedLong(chunks.getInt());
            if (length > chunks.remaining() - TYPE - Integer.BYTES) {
                return;
            }
            int size = TYPE + (int) length;
            String type = new String(file, chunks.position(), TYPE, StandardCharsets.ISO_8859_1);
            CRC32 sum = new CRC32();
            sum.update(file, chunks.position(), size);
            chunks.position(chunks.position() + size);
            if (chunks.getInt() != (int) sum.getValue() && !WITHOUT_PIXELS.contains(type)) {
                throw new DescribedIOException(Message.of("image.checksum"));
            }
        }
    }
}
