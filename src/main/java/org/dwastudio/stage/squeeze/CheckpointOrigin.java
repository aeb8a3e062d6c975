package org.dwastudio.stage.squeeze;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.image.Normalization;

/**
 * What the checkpoints of a run belong to: one that belongs elsewhere must not be gone on from.
 *
 * @param experiment the experiment as YAML
 * @param datasetFingerprint of the images that it learns from
 * @param normalization what they go through; kept, so that it need not be computed again
 */
public record CheckpointOrigin(String experiment, String datasetFingerprint, Normalization normalization) {

    Map<String, String> toText() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("experiment", experiment);
        text.put("datasetFingerprint", datasetFingerprint);
        text.put("mean", join(normalization.mean()));
        text.put("std", join(normalization.std()));
        return text;
    }

    /** @throws IllegalArgumentException when something is missing or no number */
    static CheckpointOrigin of(Map<String, String> text) {
        return new CheckpointOrigin(
                text.getOrDefault("experiment", ""),
                text.getOrDefault("datasetFingerprint", ""),
                new Normalization(split(text.getOrDefault("mean", "")), split(text.getOrDefault("std", ""))));
    }

    private static String join(List<Double> values) {
        return String.join(
                " ", values.stream().map(value -> Double.toString(value)).toList());
    }

    private static List<Double> split(String values) {
        return Stream.of(values.split(" ", -1)).map(Double::valueOf).toList();
    }
}
