package org.dwastudio.image.resize;

import org.dwastudio.image.ImageBatch;

/**
 * Resize of an image to a square that keeps all of it: the longer side is scaled to the square's side, and the rest is
 * black at both ends of the shorter one.
 *
 * @param size height and width of the results, in pixels
 */
public record ResizeAndPad(int size) {
    /** Resizes exactly one image to [1, size, size, C]. */
    public ImageBatch of(ImageBatch image) {
        int longer = Math.max(image.width(), image.height());
        ImageBatch scaled =
                new PilBilinearResize(scaled(image.height(), longer), scaled(image.width(), longer)).of(image);
        return scaled.height() == size && scaled.width() == size ? scaled : padded(scaled);
    }

    private int scaled(int side, int longer) {
        return Math.max(1, (int) Math.rint((double) size * side / longer));
    }

    private ImageBatch padded(ImageBatch scaled) {
        int channels = scaled.channels();
        byte[] target = new byte[size * size * channels];
        int top = (size - scaled.height()) / 2;
        int left = (size - scaled.width()) / 2;
        int row = scaled.width() * channels;
        for (int y = 0; y < scaled.height(); y++) {
            System.arraycopy(scaled.bytes(), y * row, target, ((top + y) * size + left) * channels, row);
        }
        return new ImageBatch(1, size, size, channels, target);
    }
}
