package org.dwastudio.ui.dataset;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;

/**
 * View models of datasets: the current one, its choice and options, check and download. FX thread only.
 *
 * @param current the experiment's dataset
 */
public record Datasets(
        DatasetViewModel current,
        DatasetChoiceViewModel choice,
        DatasetOptionsViewModel options,
        DatasetCheckViewModel check,
        DatasetDownloadViewModel download) {

    /**
     * Creates and connects the view models.
     *
     * @param config of the experiment's dataset
     * @param busy true while a run is active, whose dataset must stay
     */
    public static Datasets on(
            Engine engine,
            Threads threads,
            Property<DatasetConfig> config,
            DatasetViewModel current,
            ObservableValue<Boolean> busy,
            Notices notices) {
        DatasetChoiceViewModel choice =
                new DatasetChoiceViewModel(config, busy, threads.background(), threads.fx(), notices);
        current.factsProperty().subscribe(loaded -> {
            if (loaded.value().isPresent()) {
                choice.remember(config.getValue().source());
            }
        });
        config.addListener((observable, old, now) -> current.load(now));
        choice.reloadsProperty().addListener((observable, old, now) -> current.reload(config.getValue()));
        return new Datasets(
                current,
                choice,
                new DatasetOptionsViewModel(choice, current.factsProperty()),
                new DatasetCheckViewModel(engine, threads.fx(), choice),
                new DatasetDownloadViewModel(engine, threads.fx(), threads.nanoClock(), choice, notices));
    }

    /** Cancels check and download. */
    public void cancel() {
        check.cancel();
        download.cancel();
    }
}
