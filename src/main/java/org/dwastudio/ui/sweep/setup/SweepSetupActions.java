package org.dwastudio.ui.sweep.setup;

import java.util.function.Supplier;
import org.dwastudio.config.Experiment;

/**
 * Changes of the settings that vary, with values around those of the window.
 *
 * @param model the settings
 * @param experiment experiment of the window
 */
public record SweepSetupActions(SweepSetupViewModel model, Supplier<Experiment> experiment) {
    void add() {
        model.add(experiment.get());
    }

    void askForRadius() {
        model.askForRadius(experiment.get());
    }

    void choose(SweptRow row, SweptSetting setting) {
        model.choose(row, setting, experiment.get());
    }

    void remove(SweptRow row) {
        model.remove(row);
    }
}
