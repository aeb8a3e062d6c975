package org.dwastudio.ui.embedding;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.LatestProgress;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.synthesis.ColumnSlice;

/** View model of t-SNE: it starts on demand, shows its progress, and can be canceled. FX thread only. */
public final class TsneViewModel {
    private final Threads threads;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<TsneFit>> fit =
            new ReadOnlyObjectWrapper<>(this, "fit", Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private CancellationSource token = new CancellationSource();

    TsneViewModel(Threads threads, Notices notices) {
        this.threads = threads;
        this.notices = notices;
    }

    /** Returns the last map; empty before the first one and for other runs. */
    public ReadOnlyObjectProperty<Optional<TsneFit>> fitProperty() {
        return fit.getReadOnlyProperty();
    }

    /** Returns whether a map is being fitted. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Returns the share of the iterations that are done, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Fits a map of the given images. Does nothing while another one is fitted. */
    void start(FeatureMap map, Map<ColumnSlice, SliceFeatures> shown) {
        if (running.get()) {
            return;
        }
        CancellationSource mine = new CancellationSource();
        token = mine;
        progress.set(0);
        running.set(true);
        Map<ColumnSlice, SliceFeatures> fitted = Map.copyOf(shown);
        LatestProgress listener = new LatestProgress(threads.fx(), work -> {
            if (token == mine) {
                progress.set(work.fraction());
            }
        });
        BackgroundTask.of(() -> TsneFit.of(map, fitted, listener, mine))
                .onSuccess(result -> end(mine, Optional.of(result)))
                .onFailure(failure -> {
                    end(mine, fit.get());
                    if (!(failure instanceof CancellationException)) {
                        notices.addFailure("embedding.tsne.failed", failure);
                    }
                })
                .start(threads);
    }

    /** Cancels the fitting; the last map stays. */
    public void cancel() {
        token.cancel();
    }

    /** Forgets the map, because it shows another run. */
    void forget() {
        token.cancel();
        token = new CancellationSource();
        running.set(false);
        fit.set(Optional.empty());
    }

    private void end(CancellationSource mine, Optional<TsneFit> result) {
        if (token == mine) {
            running.set(false);
            fit.set(result);
        }
    }
}
