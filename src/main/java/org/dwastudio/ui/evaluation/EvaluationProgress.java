package org.dwastudio.ui.evaluation;

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

/** How far an evaluation is and how fast it goes. FX thread only. */
public final class EvaluationProgress implements RunObserver {
    /**
     * A place in an evaluation.
     *
     * @param student under way, from 0, in the order in which they are trained
     * @param students of the whole evaluation
     * @param epoch of this student, from 1
     * @param epochs of every student
     * @param step steps made, those of students that were done before included
     * @param totalSteps steps of the whole evaluation
     */
    public record Place(int student, int students, int epoch, int epochs, long step, long totalSteps) {
        /** Made of what is to be made, 0 to 1. */
        public double fraction() {
            return totalSteps == 0 ? 0 : Math.min(1, (double) step / totalSteps);
        }
    }

    private final StepPace pace;
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private int epochs;

    /** @param nanoClock a time that never falls, in nanoseconds */
    EvaluationProgress(LongSupplier nanoClock) {
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
    void forgetPace() {
        pace.restart();
    }

    @Override
    public void begins(Experiment experiment) {
        epochs = experiment.evaluation().epochs();
        pace.forget();
        place.set(Optional.empty());
    }

    @Override
    public void sees(RunEvent event) {
        if (event instanceof Progress now && now.stage() == StageName.EVALUATION) {
            if (place.get().filter(before -> before.student() == now.column()).isEmpty()) {
                // Those that were done before take no time.
                pace.restart();
            }
            place.set(Optional.of(
                    new Place(now.column(), now.columns(), epochOf(now), epochs, now.step(), now.totalSteps())));
        }
    }

    private int epochOf(Progress now) {
        long made = Math.max(0, now.iteration() - 1L);
        return (int) Math.min(epochs, 1 + made * epochs / Math.max(1, now.iterations()));
    }

    @Override
    public void caughtUp() {
        place.get().ifPresent(now -> pace.mark(now.step()));
    }
}
