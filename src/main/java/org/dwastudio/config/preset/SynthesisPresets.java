package org.dwastudio.config.preset;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.SynthesisConfig;

/** The named starting points that the window offers. */
public final class SynthesisPresets {
    /**
     * One of them.
     *
     * @param key stable name in files and message bundles
     * @param synthesis its values
     */
    public record Preset(String key, SynthesisConfig synthesis) {}

    private static final SynthesisConfig DEMONSTRATION = SynthesisConfig.paper().withIterations(300);

    // What docs/results.md found on the bundled data at one image per class: clusters' medoids, moved by small steps to
    // where students learn most from them. At ten and more nothing that it tried beats random real images.
    private static final SynthesisConfig BEST_KNOWN = DEMONSTRATION
            .withImagesPerClass(1)
            .withInitialization(initialization -> initialization.withStart(Initialization.StartImages.MEDOID))
            .withAdjustment(adjustment -> adjustment.withRho(0))
            .withAlignment(alignment -> alignment.withBatchNormWeight(0))
            .withRegression(regression -> regression.withWeight(100))
            .withAugmentation(augmentation -> augmentation.withJitter(0))
            .withOptimizer(
                    optimizer -> optimizer.withBeta1(0.9).withBeta2(0.999).withLearningRate(0.01))
            .withIterations(1200);

    // On natural images this beats random real images (decision 37): medoids, moved by all columns together.
    private static final SynthesisConfig DISTRIBUTION_MATCHING = SynthesisConfig.paper()
            .withInitialization(initialization -> initialization.withStart(Initialization.StartImages.MEDOID))
            .withMatching(matching -> matching.withMethod(Matching.Method.DISTRIBUTION_MATCHING))
            .withIterations(600);

    private static final SynthesisConfig SUREST = DEMONSTRATION
            .withInitialization(initialization -> initialization.withStart(Initialization.StartImages.SUREST))
            .withIterations(0);

    private static final SynthesisConfig RDED = DEMONSTRATION
            .withInitialization(initialization -> initialization.withStart(Initialization.StartImages.MOSAIC))
            .withIterations(0);

    // Few small steps: the images still look like the real ones that they start from.
    private static final SynthesisConfig SHORT = DEMONSTRATION
            .withInitialization(initialization -> initialization.withStart(Initialization.StartImages.MEDOID))
            .withOptimizer(optimizer -> optimizer.withLearningRate(0.05))
            .withIterations(100);

    // The controls make as many steps as the demonstration, or they could not be compared with it.
    private static final List<Preset> ALL = List.of(
            new Preset("demonstration", DEMONSTRATION),
            new Preset("best-known", BEST_KNOWN),
            new Preset("distribution-matching", DISTRIBUTION_MATCHING),
            new Preset("surest", SUREST),
            new Preset("rded", RDED),
            new Preset("short-synthesis", SHORT),
            new Preset("paper-cifar", SynthesisConfig.paper()),
            new Preset("paper-tiny-imagenet", SynthesisConfig.paperTinyImageNet()),
            new Preset("paper-imagenet", SynthesisConfig.paperImageNet()),
            new Preset("sre2l", SynthesisConfig.sre2l().withIterations(DEMONSTRATION.iterations())),
            new Preset("control-rho-zero", DEMONSTRATION.withAdjustment(adjustment -> adjustment.withRho(0))),
            new Preset(
                    "control-random-direction",
                    DEMONSTRATION.withAdjustment(adjustment -> adjustment.withDirection(Adjustment.Direction.RANDOM))));

    private SynthesisPresets() {}

    /** All of them, the demonstration first. */
    public static List<Preset> all() {
        return ALL;
    }

    /**
     * Returns the experiment of a new window: the demonstration, with recipes of squeeze and evaluation that a processor
     * finishes in minutes.
     */
    public static Experiment firstLook() {
        return demonstration().withSqueeze(SqueezePresets.quick()).withEvaluation(EvaluationPresets.quick());
    }

    /** Returns the demonstration on the bundled data; its values also complete files that lack some. */
    public static Experiment demonstration() {
        return new Experiment(
                "demonstration",
                42,
                new DatasetConfig(DatasetConfig.BUNDLED),
                new TeacherConfig(TeacherConfig.BUNDLED, Optional.empty()),
                SqueezeConfig.paper(),
                DEMONSTRATION,
                EvaluationConfig.paper(),
                List.of());
    }
}
