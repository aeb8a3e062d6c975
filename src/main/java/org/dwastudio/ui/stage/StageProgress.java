package org.dwastudio.ui.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.ui.screen.StepPace;
import org.dwastudio.ui.synthesis.RunObserver;

/** How far a stage that goes by epochs is, and how fast it goes. FX thread only. */
public final class StageProgress implements RunObserver {
    /**
     * A place in a stage.
     *
     * @param part under way, from 0: a student, or the whole where there are no parts
     * @param parts of the stage
     * @param epoch of this part, from 1
     * @param epochs of every part
     * @param step steps made, those of parts that were done before included
     * @param totalSteps steps of the stage
     */
    public record Place(int part, int parts, int epoch, int epochs, long step, long totalSteps) {
        /** Made of what is to be made, 0 to 1. */
        public double fraction() {
            return totalSteps == 0 ? 0 : Math.min(1, (double) step / totalSteps);
        }
    }

    /** What a stage's columns and iterations are. */
    @FunctionalInterface
    public interface Reading {
        /** Where the stage is now; {@code begun} is its experiment. */
        Place of(Progress now, Experiment begun);
    }

    private final StageName stage;
    private final Reading reading;
    private final StepPace pace;
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private Optional<Experiment> begun = Optional.empty();

    /** @param nanoClock a time that never falls, in nanoseconds */
    public StageProgress(StageName stage, Reading reading, LongSupplier nanoClock) {
        this.stage = stage;
        this.reading = reading;
        pace = new StepPace(nanoClock);
    }

    /** Empty before the first step. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Measured; empty in the first moments. */
    public ReadOnlyObjectProperty<OptionalDouble> stepsPerSecondProperty() {
        return pace.stepsPerSecondProperty();
    }

    /** Until the end at the present speed. */
    public OptionalDouble secondsLeft() {
        return place.get()
                .map(now -> pace.secondsFor(now.totalSteps() - now.step()))
                .orElse(OptionalDouble.empty());
    }

    /** What a pause lasted says nothing about speed. */
    public void forgetPace() {
        pace.restart();
    }

    @Override
    public void begins(Experiment experiment) {
        begun = Optional.of(experiment);
        pace.forget();
        place.set(Optional.empty());
    }

    @Override
    public void sees(RunEvent event) {
        if (event instanceof Progress now && now.stage() == stage) {
            begun.map(experiment -> reading.of(now, experiment)).ifPresent(this::reach);
        }
    }

    private void reach(Place now) {
        if (place.get().filter(before -> before.part() == now.part()).isEmpty()) {
            // Parts that were done before take no time.
            pace.restart();
        }
        place.set(Optional.of(now));
    }

    @Override
    public void caughtUp() {
        place.get().ifPresent(now -> pace.mark(now.step()));
    }
}
