package org.dwastudio.data.preprocess;

import org.dwastudio.image.ImageBatch;

/**
 * Gaussian blur of 8-bit images. The kernel ends at four standard deviations; pixels outside of the image are those of its
 * edge.
 *
 * @param deviation standard deviation in pixels, above 0
 */
record GaussianBlur(double deviation) {
    private static final double TRUNCATED_AT = 4;

    /** Returns a blurred image. */
    ImageBatch of(ImageBatch image) {
        int channels = image.channels();
        int row = image.width() * channels;
        double[] values = new double[image.bytes().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.bytes()[i] & 0xFF;
        }
        double[] kernel = kernel();
        double[] across = convolved(values, kernel, image.width(), channels);
        double[] blurred = convolved(across, kernel, image.height(), row);
        byte[] bytes = new byte[blurred.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(blurred[i]);
        }
        return new ImageBatch(1, image.height(), image.width(), channels, bytes);
    }

    private double[] kernel() {
        int radius = (int) (TRUNCATED_AT * deviation + 0.5);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double distance = (i - radius) / deviation;
            kernel[i] = Math.exp(-distance * distance / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /**
     * Convolves along one axis.
     *
     * @param length pixels along the axis
     * @param stride values from a pixel to the next one along the axis
     */
    private static double[] convolved(double[] values, double[] kernel, int length, int stride) {
        int radius = kernel.length / 2;
        double[] target = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i / stride % length;
            int origin = i - place * stride;
            double sum = 0;
            for (int k = 0; k < kernel.length; k++) {
                int other = Math.min(length - 1, Math.max(0, place + k - radius));
                sum += kernel[k] * values[origin + other * stride];
            }
            target[i] = sum;
        }
        return target;
    }
}
