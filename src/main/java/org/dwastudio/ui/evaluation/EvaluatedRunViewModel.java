package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.FinishedRun;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.synthesis.RunViewModel;

/**
 * Run whose images are labeled, evaluated and exported: the one that the window shows, or one that the user chose, or the
 * newest finished run of the dataset. There is none while images are being distilled. Everything that is shown of a run
 * follows this property. FX thread only.
 */
public final class EvaluatedRunViewModel {
    private final Executor fxExecutor;
    private final Executor background;
    private final Notices notices;
    private final ObservableValue<Optional<Path>> shown;
    private final ReadOnlyObjectWrapper<Optional<Path>> run =
            new ReadOnlyObjectWrapper<>(this, "run", Optional.empty());
    private final ObservableValue<Optional<Path>> present;

    /** @param background folders are read here */
    EvaluatedRunViewModel(RunViewModel synthesis, Executor fxExecutor, Executor background, Notices notices) {
        this.fxExecutor = fxExecutor;
        this.background = background;
        this.notices = notices;
        shown = synthesis.folderProperty();
        present = Bindings.createObjectBinding(() -> run.get().or(shown::getValue), run, shown);
        synthesis.work().stateProperty().subscribe(state -> follow(state, shown.getValue()));
        shown.subscribe(folder -> follow(synthesis.work().stateProperty().get(), folder));
    }

    /** An active run has no images yet, and those of the run before it no longer belong to the window. */
    private void follow(RunPhase state, Optional<Path> folder) {
        run.set(state == RunPhase.IDLE ? folder : Optional.empty());
    }

    /** Returns the folder; empty if there is no run. */
    public ReadOnlyObjectProperty<Optional<Path>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Returns the folder, or that of the run whose images are being distilled. */
    public ObservableValue<Optional<Path>> presentProperty() {
        return present;
    }

    /** Returns true if the run is also the one on the synthesis page. */
    public boolean isShown() {
        return run.get().isPresent() && run.get().equals(shown.getValue());
    }

    /** Clears the run, because the window shows another dataset or experiment. */
    public void forget() {
        run.set(Optional.empty());
    }

    /** Selects the run of a folder that is known to contain one. */
    public void show(Path folder) {
        run.set(Optional.of(folder));
    }

    /** Selects the run of a folder; adds a notice if the folder contains none. */
    public void choose(Path folder) {
        BackgroundTask.of(() -> RunDirectory.open(folder).folder())
                .onSuccess(opened -> run.set(Optional.of(opened)))
                .onFailure(failure -> notices.addFailure("evaluation.notice.run", failure))
                .start(background, fxExecutor);
    }

    /** Selects the newest finished run of a dataset in a folder of runs, unless a run is selected already. */
    public void showRunsOf(Path runs, DatasetConfig dataset) {
        BackgroundTask.of(() -> FinishedRun.newestIn(runs, dataset))
                .onSuccess(newest -> {
                    if (run.get().isEmpty()) {
                        run.set(newest);
                    }
                })
                .start(background, fxExecutor);
    }
}
