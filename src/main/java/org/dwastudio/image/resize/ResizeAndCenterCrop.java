package org.dwastudio.image.resize;

import org.dwastudio.image.ImageBatch;

/**
 * Resize of an image to a square: its shorter side is scaled to the square's side, and the center is kept. Equals
 * torchvision's {@code Resize(size)} and {@code CenterCrop(size)} on a PIL image: a triangle filter that widens with
 * the reduction, so that no pixel of the original is skipped, applied to rows, rounded to 8 bits, then to columns.
 */
public final class ResizeAndCenterCrop {
    /** Weights are integer multiples of 2⁻²²: 8 bits of a pixel, 22 of its weight, and two spare bits fill an int. */
    private static final int WEIGHT_BITS = 22;

    private final int size;

    /**
     * Creates a resize.
     *
     * @param size height and width of the results, in pixels
     */
    public ResizeAndCenterCrop(int size) {
        this.size = size;
    }

    /** Resizes exactly one image to [1, size, size, C]. */
    public ImageBatch of(ImageBatch image) {
        int width = image.width();
        int height = image.height();
        if (width == size && height == size) {
            return image;
        }
        int shorter = Math.min(width, height);
        Axis across = new Axis(width, scaled(width, shorter), size);
        Axis down = new Axis(height, scaled(height, shorter), size);
        byte[] rows = across(image, across, down.first(), down.end());
        return new ImageBatch(1, size, size, image.channels(), down(rows, image.channels(), down));
    }

    private int scaled(int side, int shorter) {
        return (int) ((long) size * side / shorter);
    }

    /** Resizes rows {@code first} to {@code end} of the image to the new width: [rows, size, C]. */
    private byte[] across(ImageBatch image, Axis axis, int first, int end) {
        int channels = image.channels();
        byte[] source = image.bytes();
        byte[] target = new byte[(end - first) * size * channels];
        int to = 0;
        for (int y = first; y < end; y++) {
            int row = y * image.width() * channels;
            for (int x = 0; x < size; x++) {
                for (int c = 0; c < channels; c++) {
                    target[to++] = axis.sum(source, x, row + axis.start(x) * channels + c, channels);
                }
            }
        }
        return target;
    }

    /** Resizes the columns to the new height: [size, size, C]. */
    private byte[] down(byte[] rows, int channels, Axis axis) {
        int stride = size * channels;
        byte[] target = new byte[size * stride];
        for (int y = 0; y < size; y++) {
            int from = (axis.start(y) - axis.first()) * stride;
            for (int i = 0; i < stride; i++) {
                target[y * stride + i] = axis.sum(rows, y, from + i, stride);
            }
        }
        return target;
    }

    /** Source pixels and weights of each kept pixel along the scaled side. */
    private static final class Axis {
        private final int[] starts;
        private final int[][] weights;

        Axis(int length, int scaledLength, int kept) {
            starts = new int[kept];
            weights = new int[kept][];
            // Halves are rounded to even, as in Python.
            int offset = (int) Math.rint((scaledLength - kept) / 2.0);
            double scale = (double) length / scaledLength;
            double reach = Math.max(scale, 1);
            for (int i = 0; i < kept; i++) {
                double center = (i + offset + 0.5) * scale;
                int start = Math.max(0, (int) (center - reach + 0.5));
                int end = Math.min(length, (int) (center + reach + 0.5));
                starts[i] = start;
                weights[i] = triangle(start, end, center, reach);
            }
        }

        private static int[] triangle(int start, int end, double center, double reach) {
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
            return weights;
        }

        int start(int kept) {
            return starts[kept];
        }

        /** Returns the index of the first pixel used. */
        int first() {
            return starts[0];
        }

        /** Returns the index after the last pixel used. */
        int end() {
            return starts[starts.length - 1] + weights[weights.length - 1].length;
        }

        byte sum(byte[] source, int kept, int from, int stride) {
            int sum = 1 << (WEIGHT_BITS - 1);
            int place = from;
            for (int weight : weights[kept]) {
                sum += (source[place] & 0xFF) * weight;
                place += stride;
            }
            return (byte) Math.min(255, sum >> WEIGHT_BITS);
        }
    }
}
