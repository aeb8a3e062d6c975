package org.dwastudio.image.resize;

import org.dwastudio.image.ImageBatch;

/**
 * Resize of an image to a square: its shorter side is scaled to the square's side, and the center is kept. Equals
 * torchvision's {@code Resize(size)} and {@code CenterCrop(size)} on a PIL image: a triangle filter that widens with
 * the reduction, so that no pixel of the original is skipped, applied to rows, rounded to 8 bits, then to columns.
 */
public final class ResizeAndCenterCrop {
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

    /** Filters of the kept pixels of one side. */
    private static final class Axis {
        private final TriangleFilter[] filters;

        Axis(int length, int scaledLength, int kept) {
            // Half-way cases go to the even number, as in Python.
            int offset = (int) Math.rint((scaledLength - kept) / 2.0);
            filters = new TriangleFilter[kept];
            for (int i = 0; i < kept; i++) {
                filters[i] = TriangleFilter.of(i + offset, length, scaledLength);
            }
        }

        int start(int kept) {
            return filters[kept].start();
        }

        /** Returns the index of the first source pixel used. */
        int first() {
            return filters[0].start();
        }

        /** Returns the index behind the last source pixel used. */
        int end() {
            return filters[filters.length - 1].end();
        }

        byte sum(byte[] source, int kept, int from, int stride) {
            return filters[kept].sum(source, from, stride);
        }
    }
}
