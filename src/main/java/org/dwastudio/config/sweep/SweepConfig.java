package org.dwastudio.config.sweep;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.SettingTable;

/**
 * A sweep: many runs of one experiment with other values of some settings.
 *
 * @param strategy order in which values are tried
 * @param trials number of combinations of values, 0 to 10,000; 0 takes all of a grid
 * @param seeds runs of every combination with different seeds, 1 to 100
 * @param objective score by which combinations are ranked
 * @param heldOutShare share of each class's training images that students are tested on while values are chosen, 0.02 to
 *     0.5; the test split is used once, for the best combination
 * @param parameters settings that vary
 */
@RecordBuilder
public record SweepConfig(
        SearchStrategy strategy,
        int trials,
        int seeds,
        Objective objective,
        double heldOutShare,
        List<SweptParameter> parameters)
        implements SweepConfigBuilder.With {
    private static final SettingGroup<SweepConfig, SweepConfig> GROUP = SettingGroup.ofBlock("sweep");

    /** Number of combinations. */
    public static final Parameter<SweepConfig> TRIALS = GROUP.whole(
            "trials", ParameterRange.of(0, 10_000, 0).whole(), SweepConfig::trials, SweepConfig::withTrials);

    /** Runs of every combination. */
    public static final Parameter<SweepConfig> SEEDS =
            GROUP.whole("seeds", ParameterRange.of(1, 100, 3).whole(), SweepConfig::seeds, SweepConfig::withSeeds);

    /** Share of the training images that values are chosen on. */
    public static final Parameter<SweepConfig> HELD_OUT_SHARE = GROUP.number(
            "heldOutShare",
            ParameterRange.of(0.02, 0.5, 0.1),
            SweepConfig::heldOutShare,
            SweepConfig::withHeldOutShare);

    /** All settings but the list of parameters, in the order of files. */
    public static final SettingTable<SweepConfig> SETTINGS = new SettingTable<>(List.<Setting<SweepConfig>>of(
            GROUP.choice("strategy", SearchStrategy.class, SweepConfig::strategy, SweepConfig::withStrategy),
            TRIALS,
            SEEDS,
            GROUP.choice("objective", Objective.class, SweepConfig::objective, SweepConfig::withObjective),
            HELD_OUT_SHARE));

    public SweepConfig {
        TRIALS.range().require("trials", trials);
        SEEDS.range().require("seeds", seeds);
        HELD_OUT_SHARE.range().require("heldOutShare", heldOutShare);
        parameters = List.copyOf(parameters);
    }

    /** Returns a grid over some settings with three seeds. */
    public static SweepConfig gridOf(List<SweptParameter> parameters) {
        return new SweepConfig(
                SearchStrategy.GRID, 0, SEEDS.wholePaper(), Objective.SOFT, HELD_OUT_SHARE.paper(), parameters);
    }

    /** Returns the number of combinations of a grid. */
    public long combinations() {
        return parameters.stream()
                .mapToLong(parameter -> parameter.levels().size())
                .reduce(1, Math::multiplyExact);
    }
}
