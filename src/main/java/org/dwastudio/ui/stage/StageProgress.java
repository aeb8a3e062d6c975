package org.dwastudio.ui.stage;

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
import org.dwastudio.event.RunEvent.StageFinished;
import org.dwastudio.ui.screen.StepPace;

/** Progress and speed of a stage that runs by epochs. FX thread only. */
public final class StageProgress implements RunObserver {
    /**
     * A position within a stage.
     *
     * @param part current part, from 0: a student, or the whole stage where there are no parts
     * @param parts number of parts
     * @param epoch current epoch of the part, from 1
     * @param epochs number of epochs of every part
     * @param step steps made, including parts that were done before
     * @param totalSteps number of steps of the stage
     */
    public record Place(int part, int parts, int epoch, int epochs, long step, long totalSteps) {
        /** Returns the completed share of the steps, 0 to 1. */
        public double fraction() {
            return totalSteps == 0 ? 0 : Math.min(1, (double) step / totalSteps);
        }
    }

    /** A stage's interpretation of columns and iterations. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Returns the position that a progress event stands for.
         *
         * @param begun the experiment that is run
         */
        Place of(Progress now, Experiment begun);
    }

    private final StageName stage;
    private final Reading reading;
    private final StepPace pace;
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Instant>> saved =
            new ReadOnlyObjectWrapper<>(this, "saved", Optional.empty());
    private Optional<Experiment> begun = Optional.empty();

    /**
     * Creates progress without a position.
     *
     * @param nanoClock monotonic clock in nanoseconds
     */
    public StageProgress(StageName stage, Reading reading, LongSupplier nanoClock) {
        this.stage = stage;
        this.reading = reading;
        pace = new StepPace(nanoClock);
    }

    /** Empty before the first step. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Time of the last save: during the stage, or at its end. */
    public ReadOnlyObjectProperty<Optional<Instant>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Measured; empty in the first moments. */
    public ReadOnlyObjectProperty<OptionalDouble> stepsPerSecondProperty() {
        return pace.stepsPerSecondProperty();
    }

    /** Returns the seconds until the end at the current speed. */
    public OptionalDouble secondsLeft() {
        return place.get()
                .map(now -> pace.secondsFor(now.totalSteps() - now.step()))
                .orElse(OptionalDouble.empty());
    }

    /** Restarts the measurement of speed: time spent paused must not count. */
    public void forgetPace() {
        pace.restart();
    }

    @Override
    public void onResume() {
        forgetPace();
    }

    @Override
    public void onStart(Experiment experiment) {
        begun = Optional.of(experiment);
        pace.forget();
        place.set(Optional.empty());
        saved.set(Optional.empty());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof Progress now && now.isOf(stage)) {
            begun.map(experiment -> reading.of(now, experiment)).ifPresent(this::reach);
        } else if (event instanceof Saved done) {
            saved.set(Optional.of(done.time()));
        } else if (event instanceof StageFinished done && done.stage() == stage) {
            saved.set(Optional.of(done.time()));
        }
    }

    private void reach(Place now) {
        Optional<Place> before = place.get();
        boolean same = before.filter(last -> last.part() == now.part()).isPresent();
        // Steps of parts that were done before take no time. Parts that advance at the same time alternate.
        if (!same && before.filter(last -> now.step() == last.step() + 1).isEmpty()) {
            pace.restart();
        }
        place.set(Optional.of(now));
    }

    @Override
    public void onBatchEnd() {
        place.get().ifPresent(now -> pace.mark(now.step()));
    }
}
