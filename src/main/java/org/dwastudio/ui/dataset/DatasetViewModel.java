package org.dwastudio.ui.dataset;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Source;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.Engine;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;

/** View model of the experiment's dataset and its facts. FX thread only. */
public final class DatasetViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<LoadState<DatasetSummary>> facts =
            new ReadOnlyObjectWrapper<>(this, "facts", LoadState.waiting());
    private Optional<DatasetConfig> wanted = Optional.empty();

    public DatasetViewModel(Engine engine, Executor fxExecutor, Notices notices) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.notices = notices;
    }

    /** Returns the facts that the card shows. */
    public ReadOnlyObjectProperty<LoadState<DatasetSummary>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Returns the width and height of the images in pixels; empty until it is known. */
    public ObservableValue<OptionalInt> imageSize() {
        return figure(DatasetSummary::imageSize);
    }

    /** Returns the number of classes; empty until it is known. */
    public ObservableValue<OptionalInt> classes() {
        return figure(known -> known.classNames().size());
    }

    private ObservableValue<OptionalInt> figure(ToIntFunction<DatasetSummary> figure) {
        return facts.map(loaded -> loaded.value()
                .map(known -> OptionalInt.of(figure.applyAsInt(known)))
                .orElse(OptionalInt.empty()));
    }

    /** Returns true if the dataset shown is the bundled one. */
    public boolean isBundled() {
        return wanted.filter(config -> config.source().equals(DatasetConfig.BUNDLED))
                .isPresent();
    }

    /** Returns the last part of the path of the dataset that is shown or being read; empty for the bundled one. */
    public String sourceName() {
        return wanted.map(DatasetConfig::source)
                .filter(source -> !Source.isBundled(source))
                .map(source -> new RecentDataset(source, true).name())
                .orElse("");
    }

    /** Reads a dataset's facts, unless it is already shown. */
    public void load(DatasetConfig config) {
        if (wanted.equals(Optional.of(config))) {
            return;
        }
        show(config, engine.datasets().summary(config));
    }

    /** Reads a dataset again, because its files may have changed. */
    public void reload(DatasetConfig config) {
        show(config, engine.datasets().reloadedSummary(config));
    }

    private void show(DatasetConfig config, CompletionStage<DatasetSummary> summary) {
        wanted = Optional.of(config);
        facts.set(LoadState.waiting());
        summary.whenCompleteAsync((found, failure) -> show(config, found, failure), fxExecutor);
    }

    private void show(DatasetConfig config, DatasetSummary found, Throwable failure) {
        if (!wanted.equals(Optional.of(config))) {
            return;
        }
        if (failure == null) {
            facts.set(LoadState.of(found));
        } else {
            facts.set(LoadState.failed());
            notices.addFailure("notice.dataset", failure);
        }
    }
}
