package org.dwastudio.image.codec;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import org.dwastudio.image.ImageBatch;

/**
 * Camera orientation stored in a JPEG file.
 *
 * <p>Source: Exif 2.3, tag 0x0112.
 *
 * @param tag 1 to 8; 1 is upright
 */
record ExifOrientation(int tag) {
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int JPEG_START = 0xFFD8;

    /**
     * Reads the orientation of a file and leaves the stream at its start, where it must also be at the call. Returns
     * upright if the file has no orientation.
     */
    static ExifOrientation of(ImageInputStream stream) throws IOException {
        stream.mark();
        try {
            return stream.read() << 8 == (JPEG_START & 0xFF00) && stream.read() == (JPEG_START & 0xFF)
                    ? ofJpeg(stream)
                    : new ExifOrientation(UPRIGHT);
        } catch (IOException | RuntimeException e) {
            // A damaged note; decoding shows if the image is damaged too.
            return new ExifOrientation(UPRIGHT);
        } finally {
            stream.reset();
            stream.seek(0);
        }
    }

    private static ExifOrientation ofJpeg(ImageInputStream stream) throws IOException {
        stream.seek(0);
        List<JPEGSegment> notes = JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif");
        if (notes.isEmpty()) {
            return new ExifOrientation(UPRIGHT);
        }
        try (InputStream note = notes.get(0).data()) {
            note.skipNBytes(1); // The name of the segment is padded to an even length.
            try (ImageInputStream entries = new ByteArrayImageInputStream(note.readAllBytes())) {
                Entry entry = new TIFFReader().read(entries).getEntryById(TIFF.TAG_ORIENTATION);
                boolean known = entry != null
                        && entry.getValue() instanceof Number number
                        && number.intValue() >= UPRIGHT
                        && number.intValue() <= LAST;
                return new ExifOrientation(known ? ((Number) entry.getValue()).intValue() : UPRIGHT);
            }
        }
    }

    /** Returns true if the image is rotated by 90°, so that height and width are swapped. */
    boolean isRotated() {
        return tag > 4;
    }

    /** Returns a batch of exactly one image, rotated upright. */
    ImageBatch upright(ImageBatch stored) {
        if (tag == UPRIGHT) {
            return stored;
        }
        int height = isRotated() ? stored.width() : stored.height();
        int width = isRotated() ? stored.height() : stored.width();
        int channels = stored.channels();
        byte[] bytes = new byte[stored.bytes().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = place(stored, y, x) * channels;
                System.arraycopy(stored.bytes(), from, bytes, (y * width + x) * channels, channels);
            }
        }
        return new ImageBatch(1, height, width, channels, bytes);
    }

    /** Returns the position in the stored image of a position in the upright image. */
    private int place(ImageBatch stored, int y, int x) {
        int bottom = stored.height() - 1;
        int right = stored.width() - 1;
        int width = stored.width();
        return switch (tag) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
