package org.dwastudio.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.sweep.search.Candidate;

/**
 * Experiments of the runs of a sweep.
 *
 * @param content the experiment and what varies
 */
public record TrialExperiments(SweepFile content) {
    private static final String SCORED_ON = "dataset.scoredOn";

    /** Returns the seed of a run, from 0. */
    public long seed(int run) {
        return content.experiment().seed() + run;
    }

    /**
     * Returns the experiment of a run, whose students are tested on held-out training images.
     *
     * @throws ConfigException if a value is not allowed
     */
    public Experiment of(Candidate candidate, long seed) throws ConfigException {
        Map<String, String> values = new LinkedHashMap<>(candidate.values());
        values.put("name", name(candidate));
        values.put("seed", Long.toString(seed));
        values.put("dataset.heldOutShare", ParameterRange.format(content.sweep().heldOutShare()));
        values.put(SCORED_ON, "held-out");
        // No objective uses students without augmentation.
        values.put("evaluation.withoutAugmentation", "false");
        Objective objective = content.sweep().objective();
        if (objective != Objective.LRS) {
            values.put("evaluation.labels", objective == Objective.HARD ? "hard" : "soft");
        }
        Experiment whole = SweepReader.withValues(content.experiment(), values);
        return candidate.isWhole() ? whole : shortened(whole, candidate.share());
    }

    /**
     * Returns the experiment by which images are evaluated on the test split.
     *
     * @param trial experiment of their run
     * @throws ConfigException never for an experiment of a sweep
     */
    public Experiment onTestSplit(Experiment trial) throws ConfigException {
        return SweepReader.withValues(trial, Map.of(SCORED_ON, "test"));
    }

    private String name(Candidate candidate) {
        return content.experiment().name() + (candidate.number() == 0 ? "-preset" : "-" + candidate.number());
    }

    private static Experiment shortened(Experiment whole, double share) {
        int planned = whole.synthesis().iterations();
        int iterations = planned == 0 ? 0 : (int) Math.max(1, Math.round(share * planned));
        int epochs = (int) Math.max(1, Math.round(share * whole.evaluation().epochs()));
        return whole.withSynthesis(whole.synthesis().withIterations(iterations))
                .withEvaluation(whole.evaluation().withEpochs(epochs));
    }
}
