package org.dwastudio.ui.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.dwastudio.task.DaemonThreads;

/**
 * Timer that calls a task on the JavaFX thread at a fixed rate, with at most one call waiting. Unlike a timeline it
 * does not keep the toolkit's pulse running: between two calls nothing is laid out or drawn, and the engine has the
 * processor to itself.
 */
public final class FxTimer {
    private final Duration interval;
    private final BooleanSupplier wanted;
    private final Runnable task;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Optional<ScheduledExecutorService> clock = Optional.empty();

    public FxTimer(Duration interval, Runnable task) {
        this(interval, () -> true, task);
    }

    /**
     * Creates a timer that skips calls.
     *
     * @param wanted condition of each call; evaluated on a thread of its own
     */
    FxTimer(Duration interval, BooleanSupplier wanted, Runnable task) {
        this.interval = interval;
        this.wanted = wanted;
        this.task = task;
    }

    /** Starts the timer; does nothing if it is running. */
    public void start() {
        if (clock.isEmpty()) {
            ScheduledExecutorService started =
                    Executors.newSingleThreadScheduledExecutor(new DaemonThreads("studio-ticker"));
            ScheduledFuture<?> ticking =
                    started.scheduleAtFixedRate(this::tick, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
            assert !ticking.isDone();
            clock = Optional.of(started);
        }
    }

    /** Stops the timer; a call that is already waiting may still happen. */
    public void stop() {
        clock.ifPresent(ScheduledExecutorService::shutdownNow);
        clock = Optional.empty();
    }

    private void tick() {
        if (wanted.getAsBoolean() && waiting.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                waiting.set(false);
                task.run();
            });
        }
    }
}
