package org.dwastudio.engine;

import java.util.List;

/**
 * Normalization that was measured with imported weights.
 *
 * @param name name of its images, such as {@code ImageNet}; {@link #OF_THE_IMAGES} for that of the training images
 * @param mean mean of each channel, pixels from 0 to 1
 * @param std standard deviation of each channel
 * @param crossEntropy mean cross-entropy of a sample of the test images
 */
public record MeasuredNormalization(String name, List<Double> mean, List<Double> std, double crossEntropy) {
    /** Name of the normalization that was computed from the training images. */
    public static final String OF_THE_IMAGES = "dataset";

    public MeasuredNormalization {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    /** Returns true for the normalization that was computed from the training images. */
    public boolean isOfTheImages() {
        return name.equals(OF_THE_IMAGES);
    }
}
