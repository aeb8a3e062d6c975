package org.dwastudio.ui.history;

import java.util.Comparator;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * Value of a parameter at the end of a run.
 *
 * @param value NaN if the run has no such parameter
 * @param changed true if it was changed during the run
 */
record SettingValue(double value, boolean changed) implements Comparable<SettingValue> {
    static final SettingValue NONE = new SettingValue(Double.NaN, false);

    static SettingValue of(Parameter<SynthesisConfig> parameter, Experiment experiment) {
        List<TuningChange> changes = experiment.tuning().stream()
                .filter(change -> change.parameter().equals(parameter))
                .toList();
        return changes.isEmpty()
                ? new SettingValue(parameter.in(experiment.synthesis()), false)
                : new SettingValue(changes.get(changes.size() - 1).to(), true);
    }

    /** Orders by value; no value is the least. */
    @Override
    public int compareTo(SettingValue other) {
        return Comparator.<Double>comparingDouble(number -> Double.isNaN(number) ? Double.NEGATIVE_INFINITY : number)
                .compare(value, other.value);
    }
}
