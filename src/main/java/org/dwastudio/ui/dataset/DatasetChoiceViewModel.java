package org.dwastudio.ui.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Source;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** Which dataset the experiment uses, those used before, and the way to another. FX thread only. */
public final class DatasetChoiceViewModel {
    /** How many datasets are remembered. */
    public static final int MOST_RECENT = 8;

    private final Property<DatasetConfig> dataset;
    private final ObservableValue<Boolean> busy;
    private final Executor background;
    private final Executor fxExecutor;
    private final Notices notices;
    private final ObservableList<RecentDataset> recent = FXCollections.observableArrayList();
    private final ObjectProperty<List<String>> remembered = new SimpleObjectProperty<>(this, "remembered", List.of());

    /**
     * @param dataset of the experiment
     * @param busy whether a run is under way, whose dataset must stay
     * @param background looks at disks
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
        remembered.subscribe(sources -> lookForRecent());
    }

    /** Of the experiment. */
    public ObservableValue<DatasetConfig> datasetProperty() {
        return dataset;
    }

    /** Whether the dataset can't be changed now. */
    public ObservableValue<Boolean> busyProperty() {
        return busy;
    }

    /** What was used before, the newest first, as it was when last looked for. */
    public ObservableList<RecentDataset> recent() {
        return FXCollections.unmodifiableObservableList(recent);
    }

    /** The paths of {@link #recent()}, to be kept from one start to the next. */
    public ObjectProperty<List<String>> rememberedProperty() {
        return remembered;
    }

    /** Takes the dataset at a path, as it is stored. */
    public void choose(Path path) {
        change(new DatasetConfig(path.toAbsolutePath().normalize().toString()));
    }

    /** Takes the dataset that comes with the program. */
    public void chooseBundled() {
        change(new DatasetConfig(DatasetConfig.BUNDLED));
    }

    /** Takes a dataset, or another look at the same; says so where a run forbids it. */
    public void change(DatasetConfig other) {
        if (busy.getValue()) {
            notices.add(Notice.failed("dataset.notice.busy", ""));
        } else {
            dataset.setValue(other);
        }
    }

    /** Keeps a dataset that could be read among those used before. */
    public void remember(String source) {
        if (Source.isBundled(source)) {
            return;
        }
        List<String> sources = new ArrayList<>(remembered.get());
        sources.remove(source);
        sources.add(0, source);
        remembered.set(List.copyOf(sources.subList(0, Math.min(sources.size(), MOST_RECENT))));
    }

    /** Looks which of those used before are still there. */
    public void lookForRecent() {
        List<String> sources = remembered.get();
        CompletionStage<List<RecentDataset>> looking = CompletableFuture.supplyAsync(
                () -> sources.stream().map(RecentDataset::lookedUp).toList(), background);
        looking.thenAcceptAsync(
                found -> {
                    if (sources.equals(remembered.get()) && !found.equals(recent)) {
                        recent.setAll(found);
                    }
                },
                fxExecutor);
    }
}
