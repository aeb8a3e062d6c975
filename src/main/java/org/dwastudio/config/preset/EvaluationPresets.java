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
            new Preset("modern", EvaluationConfig.modern()),
            new Preset("quick", quick()));

    private EvaluationPresets() {}

    /** Returns all presets; the paper's CIFAR recipe is first. */
    public static List<Preset> all() {
        return ALL;
    }

    /**
     * Returns a recipe for a first look: one narrow student of each kind, trained in minutes on a processor. Its numbers
     * compare the training sets with each other, but not with those of publications.
     */
    public static EvaluationConfig quick() {
        return EvaluationConfig.paper()
                .withStudents(1)
                .withEpochs(100)
                .withNetwork(network -> network.withWidth(16))
                .withOptimizer(optimizer -> optimizer.withWarmUpEpochs(0));
    }
}
