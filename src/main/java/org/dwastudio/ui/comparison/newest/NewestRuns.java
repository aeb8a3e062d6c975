package org.dwastudio.ui.comparison.newest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.run.history.RunStore;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;

/** Newest runs with images, read in the background while there is nothing to compare. FX thread only. */
public final class NewestRuns {
    private static final int MOST = 6;

    private final RunStore store;
    private final Threads threads;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<LoadState<List<RunSummary>>> runs =
            new ReadOnlyObjectWrapper<>(this, "runs", LoadState.waiting());

    /** Creates the list before it is read. */
    public NewestRuns(RunStore store, Threads threads, Notices notices) {
        this.store = store;
        this.threads = threads;
        this.notices = notices;
    }

    /** Returns at most six runs, the newest first; waiting until they are read. */
    public ReadOnlyObjectProperty<LoadState<List<RunSummary>>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /** Reads the runs again. */
    public void refresh() {
        BackgroundTask.of(this::read)
                .onSuccess(found -> runs.set(LoadState.of(found)))
                .onFailure(failure -> {
                    runs.set(LoadState.failed());
                    notices.addFailure("comparison.notice.newest", failure);
                })
                .start(threads);
    }

    private List<RunSummary> read() throws IOException {
        List<RunSummary> found = new ArrayList<>();
        for (Path folder : store.folders()) {
            RunSummary run = store.read(folder, false);
            if (run.hasImages() && run.experiment().isPresent() && found.size() < MOST) {
                found.add(run);
            }
            if (found.size() == MOST) {
                break;
            }
        }
        return List.copyOf(found);
    }
}
