package org.dwastudio.ui.sweep.work;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;

/**
 * Place of a sweep as a line.
 *
 * @param texts texts of the window
 */
public record SweepPosition(Messages texts) {

    /**
     * Returns the line of a sweep in a state.
     *
     * @param left time that is left, in seconds
     */
    public String of(RunPhase state, Optional<SweepStanding> standing, OptionalDouble left) {
        String place = standing.map(this::running).orElseGet(() -> texts.get("sweep.status.begins"));
        String running = left.isPresent()
                ? texts.format("sweep.status.left", place, DurationText.approximate(left.getAsDouble(), texts))
                : place;
        return switch (state) {
            case PAUSED -> texts.format("status.paused", running);
            case STOPPING -> texts.format("status.stopping", running);
            default -> running;
        };
    }

    private String running(SweepStanding now) {
        SweepProgress progress = now.progress();
        String name = now.content().experiment().name();
        return progress.current()
                .map(run -> texts.format(
                        "sweep.status.running",
                        name,
                        Math.min(progress.plannedRuns(), progress.doneRuns() + 1),
                        progress.plannedRuns(),
                        trial(run.trial()),
                        Long.toString(run.seed()),
                        stage(run.stage())))
                .orElseGet(
                        () -> texts.format("sweep.status.between", name, progress.doneRuns(), progress.plannedRuns()));
    }

    /** Returns the name of a trial in a sentence. */
    public String trial(String key) {
        return texts.getOr("sweep.trial." + key, texts.format("sweep.trial", key));
    }

    /** Returns the name of a part of a run. */
    public String stage(SweepProgress.Stage stage) {
        return texts.get("sweep.stage." + stage.name().toLowerCase(Locale.ROOT));
    }
}
