package org.dwastudio.ui.dataset;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.ui.notice.Notices;

/** View models of datasets: choice, options, check and download. FX thread only. */
public record Datasets(
        DatasetChoiceViewModel choice,
        DatasetOptionsViewModel options,
        DatasetCheckViewModel check,
        DatasetDownloadViewModel download) {

    /**
     * Dependencies of the view models.
     *
     * @param background executor that accesses files
     * @param nanoClock a monotonic time
     */
    public record Means(Engine engine, Executor fx, Executor background, LongSupplier nanoClock, Notices notices) {}

    /**
     * Creates the view models for an experiment's dataset.
     *
     * @param dataset dataset of the experiment
     * @param facts facts of the dataset
     * @param busy true while a run is in progress, whose dataset must stay
     */
    public static Datasets on(
            Means means, Property<DatasetConfig> dataset, DatasetViewModel facts, ObservableValue<Boolean> busy) {
        DatasetChoiceViewModel choice =
                new DatasetChoiceViewModel(dataset, busy, means.background(), means.fx(), means.notices());
        facts.factsProperty().subscribe(loaded -> {
            if (loaded.value().isPresent()) {
                choice.remember(dataset.getValue().source());
            }
        });
        return new Datasets(
                choice,
                new DatasetOptionsViewModel(choice, facts.factsProperty()),
                new DatasetCheckViewModel(means.engine(), means.fx(), choice),
                new DatasetDownloadViewModel(means.engine(), means.fx(), means.nanoClock(), choice, means.notices()));
    }

    /** Stops a running check and download. */
    public void cancel() {
        check.cancel();
        download.cancel();
    }
}
