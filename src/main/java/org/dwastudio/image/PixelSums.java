package org.dwastudio.image;

import java.util.ArrayList;
import java.util.List;

/** Exact sums over the pixels of many images, for their mean and standard deviation. Not thread-safe. */
public final class PixelSums {
    private static final double WHITE = 255;

    private final long[] sum;
    private final long[] squares;
    private long pixels;

    public PixelSums(int channels) {
        sum = new long[channels];
        squares = new long[channels];
    }

    public void add(ImageBatch images) {
        byte[] bytes = images.bytes();
        for (int from = 0; from < bytes.length; from += sum.length) {
            for (int c = 0; c < sum.length; c++) {
                int value = bytes[from + c] & 0xFF;
                sum[c] += value;
                squares[c] += (long) value * value;
            }
        }
        pixels += bytes.length / sum.length;
    }

    public void add(PixelSums others) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += others.sum[c];
            squares[c] += others.squares[c];
        }
        pixels += others.pixels;
    }

    /** Returns true if no pixel was added. */
    public boolean isEmpty() {
        return pixels == 0;
    }

    /**
     * Returns mean and standard deviation of each channel. A constant channel gets the standard deviation 1; without
     * pixels the mean is 0.
     */
    public Normalization normalization() {
        List<Double> mean = new ArrayList<>();
        List<Double> std = new ArrayList<>();
        for (int c = 0; c < sum.length; c++) {
            double count = Math.max(1, pixels);
            double average = sum[c] / count;
            double variance = squares[c] / count - average * average;
            mean.add(average / WHITE);
            std.add(variance > 0 ? Math.sqrt(variance) / WHITE : 1);
        }
        return new Normalization(mean, std);
    }
}
