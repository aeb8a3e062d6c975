package org.dwastudio.ui.dataset;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.ui.notice.Notices;

/** What can be done with datasets: choose, look at in another way, check, fetch. FX thread only. */
public record Datasets(
        DatasetChoiceViewModel choice,
        DatasetOptionsViewModel options,
        DatasetCheckViewModel check,
        DatasetDownloadViewModel download) {

    /**
     * What it all needs.
     *
     * @param background files are looked for here
     * @param nanoClock a time that never falls
     */
    public record Means(Engine engine, Executor fx, Executor background, LongSupplier nanoClock, Notices notices) {}

    /**
     * Wires everything to an experiment's dataset.
     *
     * @param dataset of the experiment
     * @param facts what is known of it
     * @param busy whether a run is under way, whose dataset must stay
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

    /** Ends what is under way beside the runs. */
    public void cancel() {
        check.cancel();
        download.cancel();
    }
}
