package org.dwastudio.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.StageFailed;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.ui.fx.FxEventBridge;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.synthesis.RunObserver;
import org.dwastudio.ui.synthesis.RunPhase;

/**
 * The work of the engine for a stage that goes by epochs: begun, paused, stopped, followed and over. FX thread only.
 *
 * @param <O> what comes out
 */
public final class StageWork<O> {
    /**
     * Work that was begun.
     *
     * @param control pauses and stops it
     * @param outcome completes when it is over
     */
    public record Begun<O>(RunControl control, CompletionStage<O> outcome) {}

    private final Executor fxExecutor;
    private final Notices notices;
    private final String failureKey;
    private final StageProgress progress;
    private final List<? extends RunObserver> observers;
    private final ReadOnlyObjectWrapper<RunPhase> state = new ReadOnlyObjectWrapper<>(this, "state", RunPhase.IDLE);
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed", false);
    private Optional<RunControl> control = Optional.empty();
    private FxEventBridge bridge = new FxEventBridge();
    private boolean failureShown;
    private boolean finished;

    /**
     * Nothing is under way.
     *
     * @param failureKey the notice of a failure; its argument is the reason in words
     * @param observers told of every event, in this order, after the progress
     */
    public StageWork(
            Executor fxExecutor,
            Notices notices,
            String failureKey,
            StageProgress progress,
            List<? extends RunObserver> observers) {
        this.fxExecutor = fxExecutor;
        this.notices = notices;
        this.failureKey = failureKey;
        this.progress = progress;
        this.observers = List.copyOf(observers);
    }

    public StageProgress progress() {
        return progress;
    }

    public ReadOnlyObjectProperty<RunPhase> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the last time ended because something went wrong. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** Whether the last time came to its end: neither stopped nor failed. */
    public boolean isFinished() {
        return finished;
    }

    /** Another run is shown: that the last one failed says nothing of it. */
    public void forgetFailure() {
        failed.set(false);
    }

    /** Another run is about to be told of: what was shown of an earlier one goes. */
    public void forgetWhatWasSeen(Experiment experiment) {
        progress.begins(experiment);
        observers.forEach(observer -> observer.begins(experiment));
    }

    /** Tells of a run that was over before. */
    public void retell(List<RunEvent> events) {
        failed.set(false);
        events.forEach(this::tell);
        caughtUp();
    }

    /**
     * Begins. Nothing may be under way.
     *
     * @param start asks the engine, which is to tell the listener
     * @param over takes what came out, empty after a failure, just before the state is idle again
     */
    public void begin(Function<RunListener, Begun<O>> start, Consumer<Optional<O>> over) {
        bridge = new FxEventBridge();
        failureShown = false;
        finished = false;
        notices.dismissAll();
        failed.set(false);
        try {
            Begun<O> begun = start.apply(bridge);
            control = Optional.of(begun.control());
            state.set(RunPhase.RUNNING);
            begun.outcome()
                    .whenCompleteAsync(
                            (outcome, failure) -> end(Optional.ofNullable(outcome), failure, over), fxExecutor);
        } catch (RuntimeException failure) {
            failed.set(true);
            notices.addFailure(failureKey, failure);
        }
    }

    public void pauseOrResume() {
        if (state.get() == RunPhase.RUNNING) {
            control.ifPresent(RunControl::pause);
            state.set(RunPhase.PAUSED);
        } else if (state.get() == RunPhase.PAUSED) {
            progress.forgetPace();
            control.ifPresent(RunControl::resume);
            state.set(RunPhase.RUNNING);
        }
    }

    /** Ends it before its next step; what is done is kept. */
    public void stop() {
        if (state.get().isActive()) {
            state.set(RunPhase.STOPPING);
            control.ifPresent(RunControl::cancel);
        }
    }

    /** Takes in what happened since the last call. */
    public void follow() {
        for (RunEvent event : bridge.drain()) {
            if (event instanceof StageFailed failure) {
                failureShown = true;
                notices.add(Notice.failed(failureKey, failure.details(), failure.message()));
            }
            tell(event);
        }
        caughtUp();
    }

    private void tell(RunEvent event) {
        progress.sees(event);
        observers.forEach(observer -> observer.sees(event));
    }

    private void caughtUp() {
        progress.caughtUp();
        observers.forEach(RunObserver::caughtUp);
    }

    private void end(Optional<O> outcome, Throwable failure, Consumer<Optional<O>> over) {
        follow();
        control = Optional.empty();
        failed.set(failure != null);
        finished = failure == null && state.get() != RunPhase.STOPPING;
        over.accept(outcome);
        state.set(RunPhase.IDLE);
        if (failure != null && !failureShown) {
            notices.addFailure(failureKey, failure);
        }
    }
}
