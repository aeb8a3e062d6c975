package org.dwastudio.ui.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.FinishedRun;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.synthesis.RunPhase;
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
        synthesis.stateProperty().subscribe(state -> follow(state, shown.getValue()));
        shown.subscribe(folder -> follow(synthesis.stateProperty().get(), folder));
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
        CompletionStage<Path> found = CompletableFuture.supplyAsync(() -> opened(folder), background);
        found.whenCompleteAsync(
                (opened, failure) -> {
                    if (failure == null) {
                        run.set(Optional.of(opened));
                    } else {
                        notices.addFailure("evaluation.notice.run", unwrapped(failure));
                    }
                },
                fxExecutor);
    }

    /** Takes the newest run below a folder that came to its end, unless there is one already. */
    public void lookBelow(Path runs) {
        CompletionStage<Optional<Path>> found = CompletableFuture.supplyAsync(() -> newest(runs), background);
        found.whenCompleteAsync(
                (newest, failure) -> {
                    if (failure == null && run.get().isEmpty()) {
                        run.set(newest);
                    }
                },
                fxExecutor);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof UncheckedIOException unchecked ? unchecked.getCause() : cause;
    }

    private static Path opened(Path folder) {
        try {
            return RunDirectory.open(folder).folder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> newest(Path runs) {
        try {
            return FinishedRun.newestIn(runs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
