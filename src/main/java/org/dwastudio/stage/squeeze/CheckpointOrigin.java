package org.dwastudio.stage.squeeze;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.image.Normalization;

/**
 * Origin of the checkpoints of a run. A training must not resume from a checkpoint of another origin.
 *
 * @param experiment the experiment as YAML
 * @param datasetFingerprint fingerprint of the training images
 * @param normalization applied to the images; stored so that it need not be computed again
 * @param newHead true if the last layer started from random weights, because the weights to start from have other classes
 */
public record CheckpointOrigin(
        String experiment, String datasetFingerprint, Normalization normalization, boolean newHead) {

    Map<String, String> toText() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("experiment", experiment);
        text.put("datasetFingerprint", datasetFingerprint);
        text.put("mean", join(normalization.mean()));
        text.put("std", join(normalization.std()));
        text.put("newHead", Boolean.toString(newHead));
        return text;
    }

    /**
     * Parses the text form of an origin.
     *
     * @throws IllegalArgumentException when a value is missing or not a number
     */
    static CheckpointOrigin of(Map<String, String> text) {
        return new CheckpointOrigin(
                text.getOrDefault("experiment", ""),
                text.getOrDefault("datasetFingerprint", ""),
                new Normalization(split(text.getOrDefault("mean", "")), split(text.getOrDefault("std", ""))),
                Boolean.parseBoolean(text.getOrDefault("newHead", "false")));
    }

    private static String join(List<Double> values) {
        return String.join(
                " ", values.stream().map(value -> Double.toString(value)).toList());
    }

    private static List<Double> split(String values) {
        return Stream.of(values.split(" ", -1)).map(Double::valueOf).toList();
    }
}
