package org.dwastudio.config.preset;

import java.util.List;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.config.TeacherConfig;

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

    // What docs/results.md found on the bundled data at one image a class: clusters' medoids, moved by small steps to
    // where students learn most from them. At ten and more nothing that it tried beats random real images.
    private static final SynthesisConfig BEST_KNOWN = DEMONSTRATION
            .withImagesPerClass(1)
            .withStart(SynthesisConfig.StartImages.MEDOID)
            .withRho(0)
            .withBatchNormWeight(0)
            .withRegressionWeight(100)
            .withJitter(0)
            .withAdamBeta1(0.9)
            .withAdamBeta2(0.999)
            .withLearningRate(0.01)
            .withIterations(1200);

    // The controls make as many steps as the demonstration, or they could not be compared with it.
    private static final List<Preset> ALL = List.of(
            new Preset("demonstration", DEMONSTRATION),
            new Preset("best-known", BEST_KNOWN),
            new Preset("paper-cifar", SynthesisConfig.paper()),
            new Preset("paper-tiny-imagenet", SynthesisConfig.paperTinyImageNet()),
            new Preset("paper-imagenet", SynthesisConfig.paperImageNet()),
            new Preset("sre2l", SynthesisConfig.sre2l().withIterations(DEMONSTRATION.iterations())),
            new Preset("control-rho-zero", DEMONSTRATION.withRho(0)),
            new Preset("control-random-direction", DEMONSTRATION.withDirection(SynthesisConfig.Direction.RANDOM)));

    private SynthesisPresets() {}

    /** All of them, the demonstration first. */
    public static List<Preset> all() {
        return ALL;
    }

    /** The experiment of a new window: bundled data and teacher, the demonstration's values. */
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
