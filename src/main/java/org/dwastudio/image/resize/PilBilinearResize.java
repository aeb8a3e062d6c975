package org.dwastudio.image.resize;

import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;

/**
 * Resize of a crop to a square with PIL's bilinear filter: a triangle filter that widens with the reduction, so that no
 * pixel is skipped, applied to rows, rounded to 8 bits, then to columns.
 *
 * @param size height and width of the results, in pixels
 */
public record PilBilinearResize(int size) {
    /** Resizes exactly one image to [1, size, size, C]. */
    public ImageBatch of(ImageBatch image, CropBox box) {
        int channels = image.channels();
        byte[] rows = new byte[box.height() * size * channels];
        byte[] target = new byte[size * size * channels];
        for (int x = 0; x < size; x++) {
            TriangleFilter filter = TriangleFilter.of(x, box.width(), size);
            int column = box.mirrored() ? size - 1 - x : x;
            for (int y = 0; y < box.height(); y++) {
                int from = ((box.top() + y) * image.width() + box.left() + filter.start()) * channels;
                for (int c = 0; c < channels; c++) {
                    rows[(y * size + column) * channels + c] = filter.sum(image.bytes(), from + c, channels);
                }
            }
        }
        int stride = size * channels;
        for (int y = 0; y < size; y++) {
            TriangleFilter filter = TriangleFilter.of(y, box.height(), size);
            for (int i = 0; i < stride; i++) {
                target[y * stride + i] = filter.sum(rows, filter.start() * stride + i, stride);
            }
        }
        return new ImageBatch(1, size, size, channels, target);
    }
}
