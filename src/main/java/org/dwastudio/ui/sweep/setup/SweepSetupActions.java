package org.dwastudio.ui.sweep.setup;

import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.ui.screen.LoadState;

/**
 * Changes of the settings that vary, with values around those of the window.
 *
 * @param model the settings
 * @param experiment experiment of the window
 * @param costs cost of the question which radius is best
 */
public record SweepSetupActions(
        SweepSetupViewModel model,
        Supplier<Experiment> experiment,
        ReadOnlyObjectProperty<LoadState<Map<SweepLength, SweepCost>>> costs) {
    void add() {
        model.add(experiment.get());
    }

    /** Returns true if ρ changes the images of the experiment. */
    boolean radiusHasEffect() {
        SynthesisConfig synthesis = experiment.get().synthesis();
        return !synthesis.matching().isOn() && synthesis.iterations() > 0;
    }

    void askForRadius(SweepLength length) {
        model.askForRadius(experiment.get(), length);
    }

    void choose(SweptRow row, SweptSetting setting) {
        model.choose(row, setting, experiment.get());
    }

    void remove(SweptRow row) {
        model.remove(row);
    }
}
