package org.dwastudio.cli.sweep;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.sweep.SweepListener;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.sweep.Trial;

/** Progress of a sweep: a line when a run begins, and one when a trial has ended. */
final class SweepLines implements SweepListener {
    private final PrintWriter lines;
    private final double scale;
    private Optional<SweepProgress.Current> shown = Optional.empty();
    private final Map<String, Integer> finished = new HashMap<>();

    SweepLines(SweepConfig sweep, PrintWriter lines) {
        this.lines = lines;
        scale = sweep.objective() == Objective.VENDI ? 1 : 100;
    }

    @Override
    public synchronized void onProgress(SweepProgress progress) {
        for (Trial trial : progress.trials()) {
            // Added seeds finish a trial again.
            if (trial.isFinished()
                    && !trial.runs().isEmpty()
                    && !Objects.equals(
                            finished.put(trial.key(), trial.runs().size()),
                            trial.runs().size())) {
                lines.println("  " + trial.key() + ": " + SweepText.interval(trial.score(), scale)
                        + (trial.failed().isPresent() ? " (failed)" : ""));
            }
        }
        if (progress.current().isPresent() && !progress.current().equals(shown)) {
            shown = progress.current();
            SweepProgress.Current run = progress.current().get();
            String stage =
                    switch (run.stage()) {
                        case SYNTHESIS -> "synthesis";
                        case EVALUATION -> "students";
                        case TEST -> "students on the test split";
                    };
            String place = run.stage() == SweepProgress.Stage.TEST
                    ? "[test]"
                    : "[" + (progress.doneRuns() + 1) + "/" + progress.plannedRuns() + "]";
            lines.println(place + " trial " + run.trial() + ", seed " + run.seed() + ": " + stage + left(progress));
        }
        lines.flush();
    }

    private static String left(SweepProgress progress) {
        boolean testing = progress.current()
                .filter(run -> run.stage() == SweepProgress.Stage.TEST)
                .isPresent();
        return progress.secondsLeft().isEmpty() || testing
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", about %.0f min left",
                        Math.ceil(progress.secondsLeft().getAsDouble() / 60));
    }
}
