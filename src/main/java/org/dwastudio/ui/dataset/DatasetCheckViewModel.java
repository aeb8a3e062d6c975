package org.dwastudio.ui.dataset;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.engine.Engine;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.LatestProgress;
import org.dwastudio.ui.fx.WorkProgress;

/** View model of a dataset check: its progress and its findings. FX thread only. */
public final class DatasetCheckViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final DatasetChoiceViewModel choice;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(this, "state", WorkState.READY);
    private final ReadOnlyObjectWrapper<WorkProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", WorkProgress.NONE);
    private final ReadOnlyObjectWrapper<Optional<DatasetReport>> report =
            new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DatasetConfig>> subject =
            new ReadOnlyObjectWrapper<>(this, "subject", Optional.empty());
    private CancellationSource token = new CancellationSource();

    public DatasetCheckViewModel(Engine engine, Executor fxExecutor, DatasetChoiceViewModel choice) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.choice = choice;
    }

    /** Returns true while the window shows the check; closing the view does not stop it. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns the number of checked images. */
    public ReadOnlyObjectProperty<WorkProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Returns the findings; empty until the check is done. */
    public ReadOnlyObjectProperty<Optional<DatasetReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Returns the failure message; empty unless the check failed. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the dataset of the current or last check. */
    public ReadOnlyObjectProperty<Optional<DatasetConfig>> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** Returns true if the checked dataset is the experiment's, whatever its normalization. */
    public boolean isAboutCurrent() {
        return subject.get()
                .map(DatasetCheckViewModel::withoutNormalization)
                .equals(Optional.of(
                        withoutNormalization(choice.datasetProperty().getValue())));
    }

    /** Shows the check of the experiment's dataset, and starts it unless it is done or another is running. */
    public void open() {
        shown.set(true);
        if (!state.get().isActive() && !(state.get() == WorkState.DONE && isAboutCurrent())) {
            start();
        }
    }

    /** Checks the experiment's dataset; does nothing while a check is running. */
    public void start() {
        if (state.get().isActive()) {
            return;
        }
        DatasetConfig config = choice.datasetProperty().getValue();
        subject.set(Optional.of(config));
        report.set(Optional.empty());
        progress.set(WorkProgress.NONE);
        problem.set(Optional.empty());
        token = new CancellationSource();
        state.set(WorkState.RUNNING);
        CompletionStage<DatasetReport> found =
                engine.datasets().check(config, new LatestProgress(fxExecutor, progress::set), token);
        found.whenCompleteAsync(this::end, fxExecutor);
    }

    public void cancel() {
        if (state.get() == WorkState.RUNNING) {
            state.set(WorkState.CANCELLING);
            token.cancel();
        }
    }

    /** Returns true if there is no normalization to use, or the experiment already uses it. */
    public boolean usesFound() {
        return report.get()
                .map(DatasetReport::normalization)
                .filter(found -> found.isPresent()
                        && !found.equals(choice.datasetProperty().getValue().normalization()))
                .isEmpty();
    }

    /** Sets the mean and deviation found as those of the experiment. */
    public void useFound() {
        report.get()
                .flatMap(DatasetReport::normalization)
                .ifPresent(found ->
                        choice.change(choice.datasetProperty().getValue().withNormalization(Optional.of(found))));
    }

    private void end(DatasetReport found, Throwable failure) {
        if (token.isCancelled()) {
            state.set(WorkState.CANCELLED);
        } else if (failure == null) {
            report.set(Optional.of(found));
            state.set(WorkState.DONE);
        } else {
            problem.set(Optional.of(FailureCause.describe(failure)));
            state.set(WorkState.FAILED);
        }
    }

    private static DatasetConfig withoutNormalization(DatasetConfig config) {
        return config.withNormalization(Optional.empty());
    }
}
