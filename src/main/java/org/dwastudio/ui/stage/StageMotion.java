package org.dwastudio.ui.stage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.stage.StageProgress.Place;

/**
 * Progress of a stage in the status bar.
 *
 * @param fraction completed share, 0 to 1
 * @param position text of the current position; empty before the first step
 * @param speed text of the measured speed; empty before it is known
 * @param secondsLeft until the end at the current speed
 * @param saved time of the last save
 */
public record StageMotion(
        double fraction,
        Optional<String> position,
        Optional<String> speed,
        OptionalDouble secondsLeft,
        Optional<Instant> saved) {

    /** Returns the progress of a stage that runs by epochs; its speed is that of its steps. */
    public static StageMotion of(StageProgress progress, Function<Place, String> position, Messages texts) {
        Optional<Place> place = progress.placeProperty().get();
        OptionalDouble steps = progress.stepsPerSecondProperty().get();
        return new StageMotion(
                place.map(Place::fraction).orElse(0.0),
                place.map(position),
                steps.isPresent()
                        ? Optional.of(texts.format("stage.speed", SpeedText.of(steps.getAsDouble())))
                        : Optional.empty(),
                progress.secondsLeft(),
                progress.savedProperty().get());
    }

    /** Returns the same progress with the speed in another unit. */
    public StageMotion withSpeed(String other) {
        return new StageMotion(fraction, position, Optional.of(other), secondsLeft, saved);
    }
}
