package org.dwastudio.image.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * Pixels of a decoded image as stored in its file. Java's own conversion would brighten gray images, whose color space
 * it takes for linear, and apply color profiles; other programs of the field train on neither.
 */
final class RawPixelReader {
    private static final int BITS = 8;

    private final BufferedImage image;

    RawPixelReader(BufferedImage image) {
        this.image = image;
    }

    /** Returns true if images with this color model are gray; a palette is gray if all its colors are. */
    static boolean isGray(ColorModel colors) {
        if (colors instanceof IndexColorModel palette) {
            for (int i = 0; i < palette.getMapSize(); i++) {
                if (palette.getRed(i) != palette.getGreen(i) || palette.getGreen(i) != palette.getBlue(i)) {
                    return false;
                }
            }
            return true;
        }
        return colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /** Returns the range of the stored values. */
    DeepValues deepValues() throws IOException {
        requireIntegers();
        Raster raster = image.getRaster();
        int[] row = new int[raster.getWidth() * raster.getNumBands()];
        int largest = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            largest = Math.max(largest, Arrays.stream(row).max().orElse(0));
        }
        return new DeepValues(raster.getSampleModel().getSampleSize(0), largest);
    }

    private void requireIntegers() throws IOException {
        int type = image.getSampleModel().getDataType();
        boolean packed = !(image.getColorModel() instanceof ComponentColorModel);
        int bits = image.getSampleModel().getSampleSize(0);
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            throw new DescribedIOException(Message.of("image.float", bits));
        }
        if (type == DataBuffer.TYPE_SHORT || (!packed && bits > 2 * BITS)) {
            throw new DescribedIOException(
                    Message.of(type == DataBuffer.TYPE_SHORT ? "image.signed" : "image.bits", bits));
        }
    }

    /**
     * Returns [1, H, W, C], with one channel for gray and three for color.
     *
     * @param whiteLevel stored value that becomes white if there are more than 8 bits per channel; 0 for the largest
     */
    ImageBatch toImage(int whiteLevel) throws IOException {
        requireIntegers();
        ColorModel colors = image.getColorModel();
        int channels = isGray(colors) ? 1 : 3;
        byte[] bytes = new byte[image.getHeight() * image.getWidth() * channels];
        boolean plain = colors instanceof ComponentColorModel
                && (channels == 1 || colors.getColorSpace().getType() == ColorSpace.TYPE_RGB);
        if (plain) {
            copyBands(bytes, channels, whiteLevel);
        } else {
            copyColors(bytes, channels);
        }
        return new ImageBatch(1, image.getHeight(), image.getWidth(), channels, bytes);
    }

    private void copyBands(byte[] target, int channels, int whiteLevel) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int[] row = new int[width * raster.getNumBands()];
        int[] most = new int[channels];
        for (int c = 0; c < channels; c++) {
            int bits = raster.getSampleModel().getSampleSize(c);
            most[c] = whiteLevel > 0 && bits > BITS ? whiteLevel : (1 << bits) - 1;
        }
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    int value = row[x * raster.getNumBands() + c];
                    target[to++] =
                            (byte) (most[c] == 255 ? value : Math.min(255, (value * 255L + most[c] / 2) / most[c]));
                }
            }
        }
    }

    private void copyColors(byte[] target, int channels) {
        int width = image.getWidth();
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int color : row) {
                for (int c = channels - 1; c >= 0; c--) {
                    target[to++] = (byte) (color >>> (c * BITS));
                }
            }
        }
    }
}
