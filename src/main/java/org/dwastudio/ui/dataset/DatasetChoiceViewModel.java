package org.dwastudio.ui.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Source;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** View model of the dataset choice: the experiment's dataset, recent ones, and changes to another. FX thread only. */
public final class DatasetChoiceViewModel {
    /** Number of recent datasets kept. */
    public static final int MOST_RECENT = 8;

    private final Property<DatasetConfig> dataset;
    private final ObservableValue<Boolean> busy;
    private final Executor background;
    private final Executor fxExecutor;
    private final Notices notices;
    private final ReadOnlyIntegerWrapper reloads = new ReadOnlyIntegerWrapper(this, "reloads", 0);
    private final ObservableList<RecentDataset> recent = FXCollections.observableArrayList();
    private final ObjectProperty<List<String>> remembered = new SimpleObjectProperty<>(this, "remembered", List.of());

    /**
     * Creates a view model.
     *
     * @param dataset dataset of the experiment
     * @param busy true while a run is in progress, whose dataset must stay
     * @param background executor that accesses disks
     */
    public DatasetChoiceViewModel(
            Property<DatasetConfig> dataset,
            ObservableValue<Boolean> busy,
            Executor background,
            Executor fxExecutor,
            Notices notices) {
        this.dataset = dataset;
        this.busy = busy;
        this.background = background;
        this.fxExecutor = fxExecutor;
        this.notices = notices;
        remembered.subscribe(sources -> refreshRecent());
    }

    /** Returns the dataset of the experiment. */
    public ObservableValue<DatasetConfig> datasetProperty() {
        return dataset;
    }

    /** Returns true while the dataset cannot be changed. */
    public ObservableValue<Boolean> busyProperty() {
        return busy;
    }

    /** Returns the recent datasets, the newest first, with their last known state. */
    public ObservableList<RecentDataset> recent() {
        return FXCollections.unmodifiableObservableList(recent);
    }

    /** Returns the paths of {@link #recent()}, to be saved between starts. */
    public ObjectProperty<List<String>> rememberedProperty() {
        return remembered;
    }

    /** Selects the dataset at a path, with its stored size and color mode. */
    public void choose(Path path) {
        change(new DatasetConfig(path.toAbsolutePath().normalize().toString()));
    }

    /** Selects the bundled dataset. */
    public void chooseBundled() {
        change(new DatasetConfig(DatasetConfig.BUNDLED));
    }

    /**
     * Selects a dataset, or other options for the same one. The current one is read again. Shows a notice if a run forbids
     * it.
     */
    public void change(DatasetConfig other) {
        if (busy.getValue()) {
            notices.add(Notice.busy("dataset.notice.busy"));
        } else if (other.equals(dataset.getValue())) {
            reload();
        } else {
            dataset.setValue(other);
        }
    }

    /** Requests that the dataset is read again: its files may have been corrected. */
    public void reload() {
        reloads.set(reloads.get() + 1);
    }

    /** Returns the number of times that the dataset was requested again. */
    public ReadOnlyIntegerProperty reloadsProperty() {
        return reloads.getReadOnlyProperty();
    }

    /** Adds a dataset that could be read to the recent ones. */
    public void remember(String source) {
        if (Source.isBundled(source)) {
            return;
        }
        List<String> sources = new ArrayList<>(remembered.get());
        sources.remove(source);
        sources.add(0, source);
        remembered.set(List.copyOf(sources.subList(0, Math.min(sources.size(), MOST_RECENT))));
    }

    /** Checks which of the recent datasets still exist. */
    public void refreshRecent() {
        List<String> sources = remembered.get();
        BackgroundTask.of(() -> sources.stream().map(RecentDataset::checked).toList())
                .onSuccess(found -> {
                    if (sources.equals(remembered.get()) && !found.equals(recent)) {
                        recent.setAll(found);
                    }
                })
                .start(background, fxExecutor);
    }
}
