package org.dwastudio.ui.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.RunEvent.SnapshotsEnded;
import org.dwastudio.event.RunEvent.StageFailed;
import org.dwastudio.event.RunEvent.StageNoted;
import org.dwastudio.event.RunEvent.StageStarted;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.StageOutcome;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.FxEventBridge;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/**
 * The engine's work on one stage, from start to end: control, state, events and failure. FX thread only.
 *
 * @param <O> outcome of the stage
 */
public final class StageWork<O> {
    /**
     * Keys of the notices about failures.
     *
     * @param start the work could not be started
     * @param run the work failed; argument 0 is the reason
     */
    public record FailureKeys(String start, String run) {
        /** Returns one key for both. */
        public static FailureKeys both(String key) {
            return new FailureKeys(key, key);
        }
    }

    private final Executor fxExecutor;
    private final Notices notices;
    private final FailureKeys failureKeys;
    private final List<RunObserver> observers;
    private final ReadOnlyObjectWrapper<RunPhase> state = new ReadOnlyObjectWrapper<>(this, "state", RunPhase.IDLE);
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed", false);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded", false);
    private final ReadOnlyBooleanWrapper stepping = new ReadOnlyBooleanWrapper(this, "stepping", false);
    private Optional<StageRun<O>> current = Optional.empty();
    private FxEventBridge bridge = new FxEventBridge();
    private Optional<Message> failure = Optional.empty();
    private boolean finished;
    private boolean stopped;
    private boolean cancelled;

    /**
     * Creates idle work.
     *
     * @param observers notified of every event, in this order
     */
    public StageWork(
            Executor fxExecutor, Notices notices, FailureKeys failureKeys, List<? extends RunObserver> observers) {
        this.fxExecutor = fxExecutor;
        this.notices = notices;
        this.failureKeys = failureKeys;
        this.observers = List.copyOf(observers);
    }

    public ReadOnlyObjectProperty<RunPhase> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns true while there is work that has not ended. */
    public boolean isActive() {
        return state.get().isActive();
    }

    /** True if the last work ended with a failure. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** True once the engine has read all inputs of the active work. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** True while a single step is being made. */
    public ReadOnlyBooleanProperty steppingProperty() {
        return stepping.getReadOnlyProperty();
    }

    /** Returns true if the last work was neither stopped nor failed. */
    public boolean isFinished() {
        return finished;
    }

    /** Returns true if the last work was stopped by the user. */
    public boolean wasStopped() {
        return stopped;
    }

    /** Returns true if the last work ended early without a failure: stopped by the user, or with the program. */
    public boolean wasCancelled() {
        return cancelled;
    }

    /** Returns the reason of the failure of the last work; empty if it did not fail. */
    public Optional<Message> failure() {
        return failure;
    }

    /** Returns the active work. */
    public Optional<StageRun<O>> current() {
        return current;
    }

    /** Returns the folder that active work writes to. */
    public Optional<Path> activeFolder() {
        return current.map(StageRun::folder);
    }

    /** Clears the failure of the last work, as when another run is shown. */
    public void forgetFailure() {
        failed.set(false);
    }

    /** Resets the observers, which discard what they show of an earlier run. */
    public void reset(Experiment experiment) {
        stopped = false;
        observers.forEach(observer -> observer.onStart(experiment));
    }

    /** Resets the observers and notifies them that no run follows. */
    public void clear(Experiment experiment) {
        reset(experiment);
        observers.forEach(RunObserver::onEnd);
        failed.set(false);
    }

    /** Passes the events of an earlier run to the observers. */
    public void replay(Experiment experiment, List<RunEvent> events) {
        reset(experiment);
        failed.set(false);
        notifyObservers(events);
        observers.forEach(RunObserver::onEnd);
    }

    /**
     * Starts work. Must be idle.
     *
     * @param start calls the engine, which reports to the listener
     * @param over takes the outcome, empty after a failure, just before the state becomes idle
     * @return the work if the engine accepted it; otherwise a notice was added
     */
    public Optional<StageRun<O>> begin(Function<RunListener, StageRun<O>> start, Consumer<Optional<O>> over) {
        bridge = new FxEventBridge();
        failure = Optional.empty();
        finished = false;
        stopped = false;
        cancelled = false;
        notices.dismissAll();
        failed.set(false);
        loaded.set(false);
        try {
            StageRun<O> run = start.apply(bridge);
            current = Optional.of(run);
            state.set(RunPhase.RUNNING);
            CompletableFuture<O> unused = run.outcome()
                    .whenCompleteAsync(
                            (outcome, reason) -> end(Optional.ofNullable(outcome), reason, over), fxExecutor);
            return Optional.of(run);
        } catch (RuntimeException refusal) {
            failure = Optional.of(FailureCause.describe(refusal));
            failed.set(true);
            observers.forEach(RunObserver::onEnd);
            notices.addFailure(failureKeys.start(), refusal);
            return Optional.empty();
        }
    }

    public void pauseOrResume() {
        if (state.get() == RunPhase.RUNNING) {
            control(RunControl::pause);
            state.set(RunPhase.PAUSED);
        } else if (state.get() == RunPhase.PAUSED) {
            observers.forEach(RunObserver::onResume);
            control(RunControl::resume);
            stepping.set(false);
            state.set(RunPhase.RUNNING);
        }
    }

    /** Makes one step and pauses. Does nothing unless running or paused. */
    public void step() {
        if (state.get() == RunPhase.RUNNING || state.get() == RunPhase.PAUSED) {
            // Earlier steps must not be taken for this one.
            follow();
            stepping.set(true);
            control(RunControl::step);
            state.set(RunPhase.PAUSED);
        }
    }

    /** Cancels the work before its next step; results so far are kept. */
    public void stop() {
        if (isActive()) {
            stepping.set(false);
            state.set(RunPhase.STOPPING);
            control(RunControl::cancel);
        }
    }

    /** Passes all events since the last call to the observers. */
    public void follow() {
        take(bridge.drain());
    }

    /** Passes only the newest images to the observers while nothing but measurements waits. */
    public void followImages() {
        List<RunEvent> images = bridge.drainImages();
        if (!images.isEmpty()) {
            take(images);
        }
    }

    private void control(Consumer<RunControl> action) {
        current.map(StageRun::control).ifPresent(action);
    }

    private void take(List<RunEvent> events) {
        for (RunEvent event : events) {
            if (event instanceof StageFailed reported) {
                failure = Optional.of(reported.message());
                notices.add(Notice.failed(failureKeys.run(), reported.details(), reported.message()));
            } else if (event instanceof SnapshotsEnded ended) {
                notices.add(Notice.failed("notice.snapshots", "", ended.reason()));
            } else if (event instanceof StageNoted noted) {
                notices.add(Notice.failed("notice.stage", "", noted.note()));
            } else if (event instanceof StageStarted) {
                loaded.set(true);
            }
        }
        notifyObservers(events);
        if (events.stream().anyMatch(Progress.class::isInstance)) {
            stepping.set(false);
        }
    }

    private void notifyObservers(List<RunEvent> events) {
        events.forEach(event -> observers.forEach(observer -> observer.onEvent(event)));
        observers.forEach(RunObserver::onBatchEnd);
    }

    private void end(Optional<O> outcome, Throwable reason, Consumer<Optional<O>> over) {
        follow();
        boolean reported = failure.isPresent();
        current = Optional.empty();
        if (reason != null && !reported) {
            failure = Optional.of(FailureCause.describe(reason));
        }
        failed.set(reason != null);
        stopped = reason == null && state.get() == RunPhase.STOPPING;
        finished = reason == null && state.get() != RunPhase.STOPPING;
        cancelled = stopped
                || outcome.filter(StageOutcome.class::isInstance)
                        .map(StageOutcome.class::cast)
                        .filter(StageOutcome::cancelled)
                        .isPresent();
        over.accept(outcome);
        stepping.set(false);
        state.set(RunPhase.IDLE);
        observers.forEach(RunObserver::onEnd);
        if (reason != null && !reported) {
            notices.addFailure(failureKeys.run(), reason);
        }
    }
}
