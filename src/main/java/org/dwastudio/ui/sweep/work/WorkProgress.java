package org.dwastudio.ui.sweep.work;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.event.RunEvent;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.ui.fx.Threads;

/** Time left of a running sweep and the finished part of its stage. Events come on other threads. */
final class WorkProgress {
    private final Threads threads;
    private final ReadOnlyObjectWrapper<OptionalDouble> left =
            new ReadOnlyObjectWrapper<>(this, "left", OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Optional<RunPart>> part =
            new ReadOnlyObjectWrapper<>(this, "part", Optional.empty());
    private final AtomicReference<TimeEstimate> time = new AtomicReference<>(TimeEstimate.unknown());
    private final AtomicReference<Optional<SweepProgress.Current>> current = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<RunPart>> reached = new AtomicReference<>(Optional.empty());

    WorkProgress(Threads threads) {
        this.threads = threads;
    }

    /** Returns the time left, in seconds; empty while it is not known. */
    ReadOnlyObjectProperty<OptionalDouble> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Returns the finished part of the stage in progress. */
    ReadOnlyObjectProperty<Optional<RunPart>> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** Takes the begin or end of a stage. */
    void take(SweepProgress progress) {
        current.set(progress.current());
        reached.set(Optional.empty());
        time.set(new TimeEstimate(
                progress.secondsLeft(),
                progress.secondsWaiting(),
                threads.nanoClock().getAsLong()));
        threads.fx().execute(() -> {
            left.set(progress.secondsLeft());
            part.set(Optional.empty());
        });
    }

    /** Takes an event of the stage in progress. */
    void take(RunEvent event) {
        if (event instanceof RunEvent.Progress made) {
            Optional<RunPart> before = Objects.requireNonNull(reached.get());
            Optional<RunPart> now = Objects.requireNonNull(current.get()).map(run -> RunPart.after(before, run, made));
            if (!now.equals(before)) {
                reached.set(now);
                threads.fx().execute(() -> part.set(now));
            }
        }
        TimeEstimate before = Objects.requireNonNull(time.get());
        TimeEstimate now = before.at(threads.nanoClock().getAsLong());
        if (!now.equals(before) && time.compareAndSet(before, now)) {
            threads.fx().execute(() -> left.set(now.seconds()));
        }
    }

    /** Forgets both; on the FX thread. */
    void end() {
        left.set(OptionalDouble.empty());
        part.set(Optional.empty());
    }
}
