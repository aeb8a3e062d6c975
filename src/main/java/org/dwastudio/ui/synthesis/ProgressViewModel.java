package org.dwastudio.ui.synthesis;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.RunEvent.Saved;
import org.dwastudio.ui.screen.SpeedMeter;
import org.dwastudio.ui.stage.RunObserver;

/** Progress of the run: position, speed and time of the last save. FX thread only. */
public final class ProgressViewModel implements RunObserver {
    /**
     * Position in a run.
     *
     * @param column current column, from 0
     * @param columns number of columns of the whole run
     * @param iteration pixel steps made in the column
     * @param iterations total pixel steps of the column
     * @param step steps made in the whole run
     * @param totalSteps steps of the whole run, as currently known
     */
    public record Place(int column, int columns, int iteration, int iterations, long step, long totalSteps) {
        /** Returns the completed fraction of the run, 0 to 1: of its columns if it makes no steps. */
        public double fraction() {
            return totalSteps == 0 ? (column + 1.0) / columns : Math.min(1, (double) step / totalSteps);
        }
    }

    private final LongSupplier nanoClock;
    private final SpeedMeter meter = new SpeedMeter();
    private boolean measuring = true;
    private boolean together;
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> speed =
            new ReadOnlyObjectWrapper<>(this, "speed", OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Optional<Instant>> saved =
            new ReadOnlyObjectWrapper<>(this, "saved", Optional.empty());

    /** @param nanoClock monotonic clock, in nanoseconds */
    public ProgressViewModel(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Returns the current position; empty before the first run. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Returns true if all columns of the run make their steps together. */
    public boolean isTogether() {
        return together;
    }

    /** Returns the measured steps per second; empty during the first seconds of a run. */
    public ReadOnlyObjectProperty<OptionalDouble> speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** Returns the time of the last save of the run folder. */
    public ReadOnlyObjectProperty<Optional<Instant>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Returns the seconds until the end at the current speed. */
    public OptionalDouble secondsLeft() {
        Optional<Place> now = place.get();
        if (now.isEmpty() || speed.get().isEmpty()) {
            return OptionalDouble.empty();
        }
        long left = now.get().totalSteps() - now.get().step();
        return OptionalDouble.of(left / speed.get().getAsDouble());
    }

    /** Starts or ends the measurement of speed: neither pauses nor single steps count. */
    public void setMeasuring(boolean now) {
        measuring = now;
        meter.restart();
    }

    @Override
    public void onStart(Experiment experiment) {
        meter.restart();
        together = experiment.synthesis().matching().isOn();
        place.set(Optional.empty());
        speed.set(OptionalDouble.empty());
        saved.set(Optional.empty());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof Progress now && now.isOf(StageName.SYNTHESIS)) {
            place.set(Optional.of(new Place(
                    now.unit(), now.units(), now.iteration(), now.iterations(), now.step(), now.totalSteps())));
        } else if (event instanceof Saved done) {
            saved.set(Optional.of(done.time()));
        }
    }

    @Override
    public void onBatchEnd() {
        // One mark per batch of events: all steps since the last mark share the time elapsed since then.
        place.get().filter(now -> measuring).ifPresent(now -> meter.mark(now.step(), nanoClock.getAsLong()));
        OptionalDouble measured = meter.stepsPerSecond();
        if (measured.isPresent()) {
            speed.set(measured);
        }
    }
}
