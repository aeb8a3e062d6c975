package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.ui.parameter.ParametersViewModel;

/**
 * Experiment of the window, whose settings a sweep varies. FX thread only.
 *
 * @param parameters its values
 * @param repeated shows another experiment
 * @param opened opens a run folder in the window
 */
public record SweptExperiment(ParametersViewModel parameters, Consumer<Experiment> repeated, Consumer<Path> opened) {

    /** Returns the experiment as Start would run it. */
    Experiment now() {
        return parameters.experiment();
    }

    /** Shows another experiment. */
    void show(Experiment experiment) {
        repeated.accept(experiment);
    }

    /** Opens a run folder. */
    void open(Path run) {
        opened.accept(run);
    }

    /** Calls an action after every change. */
    void whenChanged(Runnable action) {
        SynthesisSettings.parameters()
                .forEach(parameter -> parameters.valueOf(parameter).subscribe((old, now) -> action.run()));
        parameters.choices().all().forEach(choice -> choice.subscribe((old, now) -> action.run()));
        parameters.seedProperty().subscribe((old, now) -> action.run());
        parameters.evaluationProperty().subscribe((old, now) -> action.run());
        parameters.datasetProperty().subscribe((old, now) -> action.run());
        parameters.teacherProperty().subscribe((old, now) -> action.run());
    }

    /**
     * Fills values in, so that undo takes them back.
     *
     * @param values values by full key
     * @throws ConfigException if a value is not allowed
     */
    void use(Map<String, String> values) throws ConfigException {
        Experiment changed = SweepReader.withValues(now(), values);
        parameters.fillIn(changed);
        if (!Objects.equals(parameters.datasetProperty().get(), changed.dataset())) {
            parameters.datasetProperty().set(changed.dataset());
        }
    }
}
