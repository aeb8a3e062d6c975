package org.dwastudio.config.preset;

import java.util.List;
import org.dwastudio.config.evaluation.EvaluationConfig;

/** The named recipes for students that the window offers. */
public final class EvaluationPresets {
    /**
     * One of them.
     *
     * @param key stable name in files and message bundles
     * @param evaluation its values
     */
    public record Preset(String key, EvaluationConfig evaluation) {}

    private static final List<Preset> ALL = List.of(
            new Preset("paper-cifar", EvaluationConfig.paper()),
            new Preset("tiny-imagenet", EvaluationConfig.tinyImageNet()),
            new Preset("imagenet", EvaluationConfig.imageNet()),
            new Preset("modern", EvaluationConfig.modern()));

    private EvaluationPresets() {}

    /** All of them, that of the paper for CIFAR first. */
    public static List<Preset> all() {
        return ALL;
    }
}
