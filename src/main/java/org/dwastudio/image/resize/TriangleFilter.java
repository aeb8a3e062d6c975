package org.dwastudio.image.resize;

/**
 * Weights of the source pixels along one side that make up one pixel of the scaled side, as PIL's bilinear filter
 * computes them: a triangle that widens with the reduction, so that no pixel is skipped.
 *
 * @param start index of the first source pixel
 * @param weights weights of the pixels from {@code start} on, as integer multiples of 2⁻²²
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one row or column, never compared.
record TriangleFilter(int start, int[] weights) {
    // 8 bits of a pixel, 22 of its weight, and two spare bits fill an int.
    private static final int WEIGHT_BITS = 22;

    /**
     * Returns the filter of one pixel.
     *
     * @param index of the pixel on the scaled side
     * @param length of the source side, in pixels
     * @param scaledLength length of the scaled side, in pixels
     */
    static TriangleFilter of(int index, int length, int scaledLength) {
        double scale = (double) length / scaledLength;
        double reach = Math.max(scale, 1);
        double center = (index + 0.5) * scale;
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
        return new TriangleFilter(start, weights);
    }

    /** Returns the index behind the last source pixel. */
    int end() {
        return start + weights.length;
    }

    /**
     * Applies the filter and rounds to 8 bits.
     *
     * @param from place of the first source pixel in {@code source}
     * @param stride distance of neighboring source pixels in {@code source}
     */
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
