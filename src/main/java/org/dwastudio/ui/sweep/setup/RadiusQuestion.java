package org.dwastudio.ui.sweep.setup;

import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.yaml.SweepFile;

/**
 * The offered question which radius is best: no adjustment, and four radii with equal ratios around the present one.
 *
 * @param length length of the runs
 */
public record RadiusQuestion(SweepLength length) {
    private static final double REACH = 4;
    private static final int STEPS = 4;

    /** Returns the sweep that answers the question for an experiment. */
    public SweepFile of(Experiment experiment) {
        ParameterRange range = Adjustment.RHO.range();
        double now = Adjustment.RHO.in(experiment.synthesis());
        double center = now > 0 ? now : Adjustment.RHO.paper();
        SweptRange radii = new SweptRange(
                Math.max(range.min(), center / REACH), Math.min(range.max(), center * REACH), STEPS, Scale.LOGARITHMIC);
        List<String> values = new ArrayList<>(List.of(ParameterRange.format(0)));
        radii.levels().forEach(radius -> values.add(ParameterRange.format(radius)));
        SweepConfig sweep = SweepConfig.gridOf(List.of(SweptParameter.of(SweptSetting.RADIUS.key(), values)));
        return new SweepFile(length.of(experiment), sweep.withSeeds(length.seeds()));
    }
}
