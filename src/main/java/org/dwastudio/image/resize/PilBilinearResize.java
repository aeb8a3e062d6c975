package org.dwastudio.image.resize;

import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;

/**
 * Resize of a crop with PIL's bilinear filter: a triangle filter that widens with the reduction, so that no
 * pixel is skipped, applied to rows, rounded to 8 bits, then to columns.
 *
 * @param height height of the results, in pixels
 * @param width width of the results, in pixels
 */
public record PilBilinearResize(int height, int width) {
    /** Creates a resize to squares. */
    public PilBilinearResize(int size) {
        this(size, size);
    }

    /** Resizes a whole image to [1, height, width, C]. */
    public ImageBatch of(ImageBatch image) {
        return of(image, new CropBox(0, 0, image.height(), image.width(), false));
    }

    /** Resizes a crop of exactly one image to [1, height, width, C]. */
    public ImageBatch of(ImageBatch image, CropBox box) {
        int channels = image.channels();
        byte[] rows = new byte[box.height() * width * channels];
        byte[] target = new byte[height * width * channels];
        for (int x = 0; x < width; x++) {
            TriangleFilter filter = TriangleFilter.of(x, box.width(), width);
            int column = box.mirrored() ? width - 1 - x : x;
            for (int y = 0; y < box.height(); y++) {
                int from = ((box.top() + y) * image.width() + box.left() + filter.start()) * channels;
                for (int c = 0; c < channels; c++) {
                    rows[(y * width + column) * channels + c] = filter.sum(image.bytes(), from + c, channels);
                }
            }
        }
        int stride = width * channels;
        for (int y = 0; y < height; y++) {
            TriangleFilter filter = TriangleFilter.of(y, box.height(), height);
            for (int i = 0; i < stride; i++) {
                target[y * stride + i] = filter.sum(rows, filter.start() * stride + i, stride);
            }
        }
        return new ImageBatch(1, height, width, channels, target);
    }
}
