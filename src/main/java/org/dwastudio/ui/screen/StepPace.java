package org.dwastudio.ui.screen;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How fast a training goes, measured by those who watch it. FX thread only. */
public final class StepPace {
    private final LongSupplier nanoClock;
    private final SpeedMeter meter = new SpeedMeter();
    private final ReadOnlyObjectWrapper<OptionalDouble> stepsPerSecond =
            new ReadOnlyObjectWrapper<>(this, "stepsPerSecond", OptionalDouble.empty());

    /** @param nanoClock a time that never falls, in nanoseconds */
    public StepPace(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Measured; empty in the first moments. */
    public ReadOnlyObjectProperty<OptionalDouble> stepsPerSecondProperty() {
        return stepsPerSecond.getReadOnlyProperty();
    }

    /** How long so many steps take at the present pace. */
    public OptionalDouble secondsFor(long steps) {
        OptionalDouble pace = stepsPerSecond.get();
        return pace.isPresent() ? OptionalDouble.of(steps / pace.getAsDouble()) : pace;
    }

    /** What a pause lasted says nothing about speed; what was measured stays until there is something newer. */
    public void restart() {
        meter.restart();
    }

    /** Another training begins: nothing is known of it. */
    public void forget() {
        meter.restart();
        stepsPerSecond.set(OptionalDouble.empty());
    }

    /** So many steps were made by now. */
    public void mark(long step) {
        meter.mark(step, nanoClock.getAsLong());
        OptionalDouble measured = meter.stepsPerSecond();
        if (measured.isPresent()) {
            stepsPerSecond.set(measured);
        }
    }
}
