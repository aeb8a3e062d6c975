package org.dwastudio.ui.squeeze;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.ui.screen.StepPace;
import org.dwastudio.ui.synthesis.RunObserver;

/** How far a squeeze is, how fast it goes and how good its teacher is. FX thread only. */
public final class SqueezeProgress implements RunObserver {
    /**
     * A place in a squeeze.
     *
     * @param epoch under way, from 1
     * @param epochs of the whole squeeze
     * @param step steps made
     * @param totalSteps steps of the whole squeeze
     */
    public record Place(int epoch, int epochs, long step, long totalSteps) {
        /** Made of what is to be made, 0 to 1. */
        public double fraction() {
            return totalSteps == 0 ? 0 : Math.min(1, (double) step / totalSteps);
        }
    }

    private final StepPace pace;
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> bestAccuracy =
            new ReadOnlyObjectWrapper<>(this, "bestAccuracy", OptionalDouble.empty());
    private int batchSize;

    /** @param nanoClock a time that never falls, in nanoseconds */
    SqueezeProgress(LongSupplier nanoClock) {
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

    /** The best accuracy on the test split until now, 0 to 1. */
    public ReadOnlyObjectProperty<OptionalDouble> bestAccuracyProperty() {
        return bestAccuracy.getReadOnlyProperty();
    }

    public OptionalDouble imagesPerSecond() {
        OptionalDouble steps = pace.stepsPerSecondProperty().get();
        return steps.isPresent() ? OptionalDouble.of(steps.getAsDouble() * batchSize) : steps;
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
        pace.forget();
        batchSize = experiment.squeeze().batchSize();
        place.set(Optional.empty());
        bestAccuracy.set(OptionalDouble.empty());
    }

    @Override
    public void sees(RunEvent event) {
        if (event instanceof Progress now && now.stage() == StageName.SQUEEZE) {
            int epoch = Math.min(now.iteration() + 1, now.iterations());
            place.set(Optional.of(new Place(epoch, now.iterations(), now.step(), now.totalSteps())));
        } else if (event instanceof MetricPoint point && point.metric() == Metric.TEST_ACCURACY) {
            bestAccuracy.set(OptionalDouble.of(Math.max(bestAccuracy.get().orElse(0), point.value())));
        }
    }

    @Override
    public void caughtUp() {
        place.get().ifPresent(now -> pace.mark(now.step()));
    }
}
