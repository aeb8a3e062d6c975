package org.dwastudio.ui.fake;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;

/**
 * Start and end of a stage of the {@link FakeEngine}.
 *
 * @param outcome future that is completed when the stage ends
 * @param <T> type of the outcome
 */
record FakeStage<T>(StageName name, RunControl control, CompletableFuture<T> outcome, RunListener listener) {
    private static final Instant TIME = Instant.parse("2026-11-23T15:31:00Z");

    /** Work of a stage; returns false if it was stopped before its end. */
    @FunctionalInterface
    interface Work {
        boolean comesToItsEnd() throws InterruptedException;
    }

    /** @param steps total number of steps */
    void begin(long steps, List<String> classNames) {
        listener.onEvent(new RunEvent.StageStarted(name, steps, classNames, TIME));
    }

    /**
     * Runs the work, then emits the final event and completes the outcome.
     *
     * @param result creates the outcome; its argument is whether the work was stopped
     */
    void run(Work work, Function<Boolean, T> result) {
        try {
            boolean cancelled = !work.comesToItsEnd();
            control.end();
            listener.onEvent(new RunEvent.StageFinished(name, cancelled, TIME));
            outcome.complete(result.apply(cancelled));
        } catch (IllegalStateException | InterruptedException e) {
            control.end();
            listener.onEvent(new RunEvent.StageFailed(name, e.getMessage(), "stack trace", TIME));
            outcome.completeExceptionally(e);
        }
    }
}
