package org.dwastudio.queue;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.EvaluationPresets;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.WrittenSettings;

/**
 * Settings in which an experiment differs from the nearest preset.
 *
 * @param values values as text by key, in the order of the file
 */
public record PresetDifferences(Map<String, String> values) {
    private static final String SEED = "seed";

    /**
     * Returns the differences of one block and of the seed.
     *
     * @param block block with presets: {@code squeeze}, {@code synthesis} or {@code evaluation}
     */
    public static PresetDifferences of(Experiment experiment, String block) {
        WrittenSettings written = written(experiment);
        WrittenSettings nearest = presets(experiment, block).stream()
                .map(PresetDifferences::written)
                .min(Comparator.comparingLong(preset -> written.differences(preset, block)))
                .orElse(written);
        Map<String, String> differences = new LinkedHashMap<>();
        written.values().forEach((key, value) -> {
            if (key.startsWith(block + ".") && written.differs(nearest, key)) {
                differences.put(key, value);
            }
        });
        if (experiment.seed() != SynthesisPresets.demonstration().seed()) {
            differences.put(SEED, Long.toString(experiment.seed()));
        }
        return new PresetDifferences(differences);
    }

    private static List<Experiment> presets(Experiment experiment, String block) {
        Map<String, Stream<Experiment>> all = Map.of(
                "squeeze",
                SqueezePresets.all().stream().map(preset -> experiment.withSqueeze(preset.squeeze())),
                "synthesis",
                SynthesisPresets.all().stream().map(preset -> experiment.withSynthesis(preset.synthesis())),
                "evaluation",
                EvaluationPresets.all().stream().map(preset -> experiment.withEvaluation(preset.evaluation())));
        return all.getOrDefault(block, Stream.of()).toList();
    }

    private static WrittenSettings written(Experiment experiment) {
        try {
            return WrittenSettings.of(experiment);
        } catch (IOException e) {
            throw new IllegalStateException("an experiment that was read cannot be written", e);
        }
    }
}
