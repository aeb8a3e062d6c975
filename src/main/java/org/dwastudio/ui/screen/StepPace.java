package org.dwastudio.ui.screen;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Observed speed of a training. FX thread only. */
public final class StepPace {
    private final LongSupplier nanoClock;
    private final SpeedMeter meter = new SpeedMeter();
    private final ReadOnlyObjectWrapper<OptionalDouble> stepsPerSecond =
            new ReadOnlyObjectWrapper<>(this, "stepsPerSecond", OptionalDouble.empty());

    /**
     * Creates a pace without measurements.
     *
     * @param nanoClock monotonic time in nanoseconds
     */
    public StepPace(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Returns the measured speed; empty in the first moments. */
    public ReadOnlyObjectProperty<OptionalDouble> stepsPerSecondProperty() {
        return stepsPerSecond.getReadOnlyProperty();
    }

    /** Returns the duration of a number of steps at the current speed. */
    public OptionalDouble secondsFor(long steps) {
        OptionalDouble pace = stepsPerSecond.get();
        return pace.isPresent() ? OptionalDouble.of(steps / pace.getAsDouble()) : pace;
    }

    /** Restarts the measurement after a pause; the last speed stays until there is a newer one. */
    public void restart() {
        meter.restart();
    }

    /** Clears the speed because another training begins. */
    public void forget() {
        meter.restart();
        stepsPerSecond.set(OptionalDouble.empty());
    }

    /** Records the number of steps now. */
    public void mark(long step) {
        meter.mark(step, nanoClock.getAsLong());
        OptionalDouble measured = meter.stepsPerSecond();
        if (measured.isPresent()) {
            stepsPerSecond.set(measured);
        }
    }
}
