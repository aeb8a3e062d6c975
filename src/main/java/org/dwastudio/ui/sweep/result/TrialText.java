package org.dwastudio.ui.sweep.result;

import java.util.Optional;
import java.util.stream.Collectors;
import org.dwastudio.sweep.SeedRun;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.sweep.Trial;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.setup.SweepChoices;
import org.dwastudio.ui.sweep.work.SweepPosition;
import org.dwastudio.ui.sweep.work.SweepStanding;

/**
 * Names and states of trials.
 *
 * @param texts texts of the window
 */
record TrialText(Messages texts) {

    /** Returns the values of a trial, for example {@code ρ 0.1 · K 12}. */
    String values(Trial trial) {
        SweepChoices names = new SweepChoices(texts);
        return trial.candidate().values().entrySet().stream()
                .map(value -> names.symbol(value.getKey()).replace("_", "") + " " + value.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** Returns the name of a trial in a table: its number, or that of a baseline. */
    String shortName(Trial trial) {
        return trial.kind() == Trial.Kind.CANDIDATE ? trial.key() : texts.get("sweep.trial.short." + trial.key());
    }

    String name(Trial trial) {
        return new SweepPosition(texts).trial(trial.key());
    }

    String state(Trial trial, SweepStanding now) {
        Optional<SweepProgress.Current> running =
                now.progress().current().filter(current -> current.trial().equals(trial.key()));
        if (running.isPresent()) {
            return texts.format(
                    "sweep.state.running",
                    Math.min(trial.planned(), trial.runs().size() + 1),
                    trial.planned(),
                    new SweepPosition(texts).stage(running.get().stage()));
        }
        Optional<String> failure =
                trial.failed().flatMap(SeedRun::failure).map(reason -> texts.format("sweep.state.failed", reason));
        return failure.orElseGet(() -> ended(trial, now));
    }

    private String ended(Trial trial, SweepStanding now) {
        if (now.analysis().best().filter(trial::equals).isPresent()) {
            return texts.get("sweep.state.best");
        }
        if (trial.kind() != Trial.Kind.CANDIDATE) {
            return texts.get("sweep.state." + trial.key());
        }
        if (trial.isFinished() && !trial.isSkipped() && !trial.candidate().isWhole()) {
            return texts.format(
                    "sweep.state.short", ScoreText.number(trial.candidate().share(), 100));
        }
        if (trial.isSkipped()) {
            return texts.get("sweep.state.skipped");
        }
        if (trial.runs().isEmpty()) {
            return texts.get("sweep.state.waiting");
        }
        if (!trial.isFinished()) {
            return texts.format("sweep.state.part", trial.runs().size(), trial.planned());
        }
        return texts.get(
                !now.analysis().isUntested() && now.analysis().ties().contains(trial)
                        ? "sweep.state.tie"
                        : "sweep.state.done");
    }
}
