package org.dwastudio.ui.sweep.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.ParallelCoordinates;
import org.dwastudio.sweep.analysis.ParallelLine;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.parallel.ParallelState;
import org.dwastudio.ui.sweep.setup.SweepChoices;
import org.dwastudio.ui.sweep.work.SweepStanding;

/**
 * Texts of parallel coordinates: names of the axes, scores and trials.
 *
 * @param texts texts of the window
 */
record ParallelTexts(Messages texts) {
    private static final int PARTS = 4;

    /** Returns the coordinates of a sweep with their texts; empty before the first ranked trial. */
    Optional<ParallelState> of(SweepStanding now) {
        ParallelCoordinates found = now.analysis().coordinates();
        if (found.lines().isEmpty()) {
            return Optional.empty();
        }
        SweepChoices names = new SweepChoices(texts);
        ScoreText score = new ScoreText(now.content().sweep().objective());
        List<String> axes = found.axes().stream()
                .map(axis -> axis.isScore()
                        ? names.score(now.content().sweep().objective())
                        : names.symbol(axis.key()).replace("_", ""))
                .toList();
        List<String> scores = IntStream.rangeClosed(0, PARTS)
                .mapToObj(part -> ScoreText.number(found.scoreAt((double) part / PARTS), score.scale()))
                .toList();
        TrialText words = new TrialText(texts);
        Map<String, String> trials = new HashMap<>();
        for (ParallelLine line : found.lines()) {
            Trial trial = line.trial();
            trials.put(
                    trial.key(),
                    texts.format(
                            "sweep.parallel.trial",
                            words.name(trial),
                            words.values(trial),
                            score.score(trial.score())));
        }
        return Optional.of(new ParallelState(found, axes, scores, trials));
    }
}
