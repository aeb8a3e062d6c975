package org.dwastudio.ui.stage;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.screen.LoadState;

/**
 * Cost estimate of a stage with its current settings. Measuring takes seconds, so it is done only while the estimate is
 * shown and the engine is idle, one at a time, and is repeated after the settings have changed. FX thread only.
 */
public final class EstimateViewModel {
    private final Supplier<Optional<CompletionStage<StageEstimate>>> question;
    private final Executor fxExecutor;
    private final BooleanProperty engineBusy = new SimpleBooleanProperty(this, "engineBusy", false);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ReadOnlyObjectWrapper<LoadState<StageEstimate>> estimate =
            new ReadOnlyObjectWrapper<>(this, "estimate", LoadState.waiting());
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private boolean outdated = true;
    private boolean asking;

    /** @param question requests an estimate from the engine; empty while there is nothing to estimate */
    public EstimateViewModel(Supplier<Optional<CompletionStage<StageEstimate>>> question, Executor fxExecutor) {
        this.question = question;
        this.fxExecutor = fxExecutor;
        shown.subscribe(now -> askIfNeeded());
        engineBusy.subscribe(now -> askIfNeeded());
    }

    /** Returns the property that is true while the estimate is shown. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the property that is true while a run of any kind is active. */
    public BooleanProperty engineBusyProperty() {
        return engineBusy;
    }

    /** Returns the estimate; waiting until it has been measured. */
    public ReadOnlyObjectProperty<LoadState<StageEstimate>> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** Returns the error message of a failed estimate; empty if there is none. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Discards the estimate after a relevant setting has changed. */
    public void outdate() {
        outdated = true;
        estimate.set(LoadState.waiting());
        askIfNeeded();
    }

    private void askIfNeeded() {
        if (shown.get() && outdated && !asking && !engineBusy.get()) {
            outdated = false;
            problem.set(Optional.empty());
            try {
                question.get().ifPresent(answer -> {
                    asking = true;
                    answer.whenCompleteAsync(this::take, fxExecutor);
                });
            } catch (RuntimeException failure) {
                fail(failure);
            }
        }
    }

    private void take(StageEstimate answer, Throwable failure) {
        if (failure == null) {
            asking = false;
            estimate.set(outdated ? LoadState.waiting() : LoadState.of(answer));
        } else {
            fail(failure);
        }
        askIfNeeded();
    }

    private void fail(Throwable failure) {
        asking = false;
        estimate.set(LoadState.failed());
        problem.set(Optional.of(FailureCause.describe(failure)));
    }
}
