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

/** How far the run is, how fast it goes and when it was last saved. FX thread only. */
public final class ProgressViewModel implements RunObserver {
    /**
     * A place in a run.
     *
     * @param column column under way, from 0
     * @param columns of the whole run
     * @param iteration pixel steps made in the column
     * @param iterations pixel steps it will make
     * @param step steps made in the whole run
     * @param totalSteps steps of the whole run as far as known now
     */
    public record Place(int column, int columns, int iteration, int iterations, long step, long totalSteps) {
        /** Made and to be made, 0 to 1. */
        public double fraction() {
            return totalSteps == 0 ? 0 : Math.min(1, (double) step / totalSteps);
        }
    }

    private final LongSupplier nanoClock;
    private final SpeedMeter meter = new SpeedMeter();
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> speed =
            new ReadOnlyObjectWrapper<>(this, "speed", OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> usualSpeed =
            new ReadOnlyObjectWrapper<>(this, "usualSpeed", OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Optional<Instant>> saved =
            new ReadOnlyObjectWrapper<>(this, "saved", Optional.empty());

    /** @param nanoClock a time that never falls, in nanoseconds */
    public ProgressViewModel(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Empty before the first run. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Steps a second, measured; empty until the first seconds of the first run are over. */
    public ReadOnlyObjectProperty<OptionalDouble> speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /**
     * Steps a second to reckon with: those with which the last run ended, or in the first run the first that were measured.
     * Unlike the present speed it stays while a run goes on.
     */
    public ReadOnlyObjectProperty<OptionalDouble> usualSpeedProperty() {
        return usualSpeed.getReadOnlyProperty();
    }

    /** When the run folder was last complete. */
    public ReadOnlyObjectProperty<Optional<Instant>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Seconds until the end at the present speed. */
    public OptionalDouble secondsLeft() {
        Optional<Place> now = place.get();
        if (now.isEmpty() || speed.get().isEmpty()) {
            return OptionalDouble.empty();
        }
        long left = now.get().totalSteps() - now.get().step();
        return OptionalDouble.of(left / speed.get().getAsDouble());
    }

    /** What a pause lasted says nothing about speed. */
    public void forgetPace() {
        meter.restart();
    }

    @Override
    public void begins(Experiment experiment) {
        meter.restart();
        place.set(Optional.empty());
        saved.set(Optional.empty());
    }

    @Override
    public void sees(RunEvent event) {
        if (event instanceof Progress now && now.stage() == StageName.SYNTHESIS) {
            place.set(Optional.of(new Place(
                    now.column(), now.columns(), now.iteration(), now.iterations(), now.step(), now.totalSteps())));
        } else if (event instanceof Saved done) {
            saved.set(Optional.of(done.time()));
        }
    }

    @Override
    public void caughtUp() {
        // Once for all that came together: what lies between two looks took the time between them.
        place.get().ifPresent(now -> meter.mark(now.step(), nanoClock.getAsLong()));
        OptionalDouble measured = meter.stepsPerSecond();
        if (measured.isPresent()) {
            speed.set(measured);
            if (usualSpeed.get().isEmpty()) {
                usualSpeed.set(measured);
            }
        }
    }

    @Override
    public void ends() {
        usualSpeed.set(speed.get());
    }
}
