package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.FinishedRun;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.RunViewModel;

/**
 * Which run's pictures are evaluated: the one that the window shows, or one that the user chose, or else the newest that
 * came to its end. FX thread only.
 */
public final class EvaluatedRunViewModel {
    private final Executor fxExecutor;
    private final Executor background;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Path>> run =
            new ReadOnlyObjectWrapper<>(this, "run", Optional.empty());

    /** @param background folders are read here */
    EvaluatedRunViewModel(RunViewModel synthesis, Executor fxExecutor, Executor background, Notices notices) {
        this.fxExecutor = fxExecutor;
        this.background = background;
        this.notices = notices;
        ObservableValue<Optional<Path>> shown = synthesis.folderProperty();
        synthesis.work().stateProperty().subscribe(state -> follow(state, shown.getValue()));
        shown.subscribe(folder -> follow(synthesis.work().stateProperty().get(), folder));
    }

    /** A run under way has no pictures yet. */
    private void follow(RunPhase state, Optional<Path> folder) {
        if (state == RunPhase.IDLE && folder.isPresent()) {
            run.set(folder);
        }
    }

    /** Its folder; empty when there is none. */
    public ReadOnlyObjectProperty<Optional<Path>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Takes a folder that is known to be that of a run. */
    public void show(Path folder) {
        run.set(Optional.of(folder));
    }

    /** Takes the folder of a run; says in words when it is none. */
    public void choose(Path folder) {
        BackgroundTask.of(() -> RunDirectory.open(folder).folder())
                .onSuccess(opened -> run.set(Optional.of(opened)))
                .onFailure(failure -> notices.addFailure("evaluation.notice.run", failure))
                .start(background, fxExecutor);
    }

    /** Takes the newest run below a folder that came to its end, unless there is one already. */
    public void lookBelow(Path runs) {
        BackgroundTask.of(() -> FinishedRun.newestIn(runs))
                .onSuccess(newest -> {
                    if (run.get().isEmpty()) {
                        run.set(newest);
                    }
                })
                .start(background, fxExecutor);
    }
}
