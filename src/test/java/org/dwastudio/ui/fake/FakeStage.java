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
 * How a stage of the {@link FakeEngine} begins and ends.
 *
 * @param outcome is completed when it ends
 * @param <T> what comes of it
 */
record FakeStage<T>(StageName name, RunControl control, CompletableFuture<T> outcome, RunListener listener) {
    private static final Instant TIME = Instant.parse("2026-11-23T15:31:00Z");

    /** What the stage does; false when it was stopped before its end. */
    @FunctionalInterface
    interface Work {
        boolean comesToItsEnd() throws InterruptedException;
    }

    /** @param steps of all its work */
    void begin(long steps, List<String> classNames) {
        listener.onEvent(new RunEvent.StageStarted(name, steps, classNames, TIME));
    }

    /**
     * Does the work and tells how it ended.
     *
     * @param result makes what comes of it, told whether it was stopped
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
