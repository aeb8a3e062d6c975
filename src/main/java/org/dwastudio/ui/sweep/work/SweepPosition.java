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
     * @param part finished part of the stage in progress
     */
    String of(RunPhase state, Optional<SweepStanding> standing, OptionalDouble left, Optional<RunPart> part) {
        String place = standing.map(now -> running(now, part)).orElseGet(() -> texts.get("sweep.status.begins"));
        String running = left.isPresent()
                ? texts.format("sweep.status.left", place, DurationText.approximate(left.getAsDouble(), texts))
                : place;
        return switch (state) {
            case PAUSED -> texts.format("status.paused", running);
            case STOPPING -> texts.format("status.stopping", running);
            default -> running;
        };
    }

    private String running(SweepStanding now, Optional<RunPart> part) {
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
                        stage(run, part)))
                .orElseGet(
                        () -> texts.format("sweep.status.between", name, progress.doneRuns(), progress.plannedRuns()));
    }

    /** Returns the stage of a run with its finished part, and names students on real images. */
    private String stage(SweepProgress.Current run, Optional<RunPart> part) {
        String name = run.stage() == SweepProgress.Stage.EVALUATION && RunPart.hasRealStudents(run)
                ? texts.get("sweep.stage.baselines")
                : stage(run.stage());
        return part.filter(made -> made.run().equals(run))
                .map(made -> texts.format("sweep.stage.part", name, made.percent()))
                .orElse(name);
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
