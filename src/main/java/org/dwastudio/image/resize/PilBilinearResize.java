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
    // Integer multiples of 2⁻²²: 8 bits of a pixel, 22 of its weight, and two spare bits fill an int.
    private static final int WEIGHT_BITS = 22;

    /** Resizes exactly one image to [1, size, size, C]. */
    public ImageBatch of(ImageBatch image, CropBox box) {
        int channels = image.channels();
        byte[] rows = new byte[box.height() * size * channels];
        byte[] target = new byte[size * size * channels];
        for (int x = 0; x < size; x++) {
            Window window = Window.of(x, box.width(), size);
            int column = box.mirrored() ? size - 1 - x : x;
            for (int y = 0; y < box.height(); y++) {
                int from = ((box.top() + y) * image.width() + box.left() + window.start()) * channels;
                for (int c = 0; c < channels; c++) {
                    rows[(y * size + column) * channels + c] = window.sum(image.bytes(), from + c, channels);
                }
            }
        }
        int stride = size * channels;
        for (int y = 0; y < size; y++) {
            Window window = Window.of(y, box.height(), size);
            for (int i = 0; i < stride; i++) {
                target[y * stride + i] = window.sum(rows, window.start() * stride + i, stride);
            }
        }
        return new ImageBatch(1, size, size, channels, target);
    }

    /** Source pixels and weights of one pixel along the scaled side. */
    @SuppressWarnings("ArrayRecordComponent") // Made for one row or column, never compared.
    private record Window(int start, int[] weights) {

        static Window of(int place, int length, int scaledLength) {
            double scale = (double) length / scaledLength;
            double reach = Math.max(scale, 1);
            double center = (place + 0.5) * scale;
            int start = Math.max(0, (int) (center - reach + 0.5));
            int end = Math.min(length, (int) (center + reach + 0.5));
            double[] heights = new double[end - start];
            double sum = 0;
            for (int i = 0; i < heights.length; i++) {
                heights[i] = Math.max(0, 1 - Math.abs((i + start - center + 0.5) / reach));
                sum += heights[i];
            }
            int[] weights = new int[heights.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (int) (0.5 + heights[i] / sum * (1 << WEIGHT_BITS));
            }
            return new Window(start, weights);
        }

        byte sum(byte[] source, int from, int stride) {
            int sum = 1 << (WEIGHT_BITS - 1);
            int place = from;
            for (int weight : weights) {
                sum += (source[place] & 0xFF) * weight;
                place += stride;
            }
            return (byte) Math.min(255, sum >> WEIGHT_BITS);
        }
    }
}
