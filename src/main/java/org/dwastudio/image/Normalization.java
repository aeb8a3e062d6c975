package org.dwastudio.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Conversion between pixels and network input: (pixel / 255 − mean) / std, for each channel. Computed in double
 * precision throughout.
 *
 * @param mean mean of each channel, with pixels scaled to 0 to 1
 * @param std standard deviation of each channel, above 0
 */
public record Normalization(List<Double> mean, List<Double> std) {
    private static final double WHITE = 255;
    private static final int VALUES = 256;

    public Normalization {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != std.size() || !std.stream().allMatch(value -> value > 0)) {
            throw new IllegalArgumentException(
                    "expected a mean and a standard deviation above 0 for each channel, got " + mean + " and " + std);
        }
    }

    public int channels() {
        return mean.size();
    }

    /** Returns the normalized value of black in a channel, −mean/std: the minimum of a pixel. */
    public double lowerBound(int channel) {
        return normalize(channel, 0);
    }

    /** Returns the normalized value of white in a channel, (1 − mean)/std: the maximum of a pixel. */
    public double upperBound(int channel) {
        return normalize(channel, VALUES - 1);
    }

    /** Returns the normalized value of a pixel of 0 to 255. */
    public double normalize(int channel, int pixel) {
        return (pixel / WHITE - mean.get(channel)) / std.get(channel);
    }

    /** Returns the nearest pixel, 0 to 255, of a normalized value; values out of range are clamped. */
    public int pixel(int channel, double normalized) {
        double brightness = normalized * std.get(channel) + mean.get(channel);
        return (int) Math.round(Math.max(0, Math.min(1, brightness)) * WHITE);
    }

    /**
     * Normalizes images.
     *
     * @param manager owner of the result
     * @param type FLOAT32 or FLOAT64
     * @return [N, C, H, W], contiguous
     */
    public NDArray toTensor(NDManager manager, ImageBatch images, DataType type) {
        double[] values = normalize(images);
        Shape shape = new Shape(images.count(), images.channels(), images.height(), images.width());
        return switch (type) {
            case FLOAT64 -> manager.create(values, shape);
            case FLOAT32 -> manager.create(toFloats(values), shape);
            default -> throw new IllegalArgumentException("images are FLOAT32 or FLOAT64 tensors, not " + type);
        };
    }

    /**
     * Converts normalized images back to bytes: ×std + mean, clamped, rounded to 8 bits.
     *
     * @param images [N, C, H, W], FLOAT32 or FLOAT64
     */
    public ImageBatch toImages(NDArray images) {
        Shape shape = images.getShape();
        int count = (int) shape.get(0);
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        checkChannels((int) shape.get(1));
        double[] values =
                images.getDataType() == DataType.FLOAT64 ? images.toDoubleArray() : toDoubles(images.toFloatArray());
        byte[] bytes = new byte[values.length];
        int area = height * width;
        for (int to = 0; to < bytes.length; to++) {
            int channel = to % channels();
            int place = to / channels();
            int from = ((place / area) * channels() + channel) * area + place % area;
            bytes[to] = (byte) pixel(channel, values[from]);
        }
        return new ImageBatch(count, height, width, channels(), bytes);
    }

    /** Returns the normalized values of images, [N, C, H, W]. */
    public double[] normalize(ImageBatch images) {
        checkChannels(images.channels());
        double[][] table = IntStream.range(0, channels())
                .mapToObj(channel -> IntStream.range(0, VALUES)
                        .mapToDouble(pixel -> normalize(channel, pixel))
                        .toArray())
                .toArray(double[][]::new);
        byte[] bytes = images.bytes();
        double[] values = new double[bytes.length];
        int area = images.height() * images.width();
        for (int from = 0; from < bytes.length; from++) {
            int channel = from % channels();
            int place = from / channels();
            values[((place / area) * channels() + channel) * area + place % area] = table[channel][bytes[from] & 0xFF];
        }
        return values;
    }

    private void checkChannels(int found) {
        if (found != channels()) {
            throw new IllegalArgumentException(
                    "the images have " + found + " channels, the normalization " + channels());
        }
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] toDoubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
