package org.dwastudio.config;

import java.util.List;
import java.util.Optional;

/** The named starting points that the window offers. */
public final class Presets {
    /**
     * One of them.
     *
     * @param key stable name in files and message bundles
     * @param synthesis its values
     */
    public record Preset(String key, SynthesisConfig synthesis) {}

    private static final List<Preset> ALL = List.of(
            new Preset("demonstration", SynthesisConfig.paper().withIterations(300)),
            new Preset("paper-cifar", SynthesisConfig.paper()),
            new Preset("sre2l", SynthesisConfig.sre2l()),
            new Preset("control-rho-zero", SynthesisConfig.paper().withRho(0)),
            new Preset(
                    "control-random-direction",
                    SynthesisConfig.paper().withDirection(SynthesisConfig.Direction.RANDOM)));

    private Presets() {}

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
                ALL.get(0).synthesis(),
                List.of());
    }
}
