package org.dwastudio.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dwastudio.sweep.plan.TrialPlan;
import org.dwastudio.sweep.search.Candidate;

/**
 * Plan of a sweep with the runs of its trials.
 *
 * @param plan numbered candidates; none with runs is left out
 * @param trials baselines that have begun, then the candidates by number, also those without a run
 */
record PlannedTrials(TrialPlan plan, List<Trial> trials) {
    PlannedTrials {
        trials = List.copyOf(trials);
    }

    /**
     * Joins a plan and runs.
     *
     * @param begun trials that have a run
     * @param seeds runs of a trial
     */
    static PlannedTrials of(TrialPlan plan, List<Trial> begun, int seeds) {
        List<Trial> trials = new ArrayList<>();
        Map<String, Trial> known = new LinkedHashMap<>();
        for (Trial trial : begun) {
            known.put(trial.key(), trial);
            if (trial.kind() != Trial.Kind.CANDIDATE) {
                trials.add(trial);
            }
        }
        Set<Integer> skipped = new TreeSet<>(plan.skipped());
        for (Candidate candidate : plan.candidates()) {
            Trial trial = known.get(Integer.toString(candidate.number()));
            if (trial == null) {
                int planned = plan.skipped().contains(candidate.number()) ? 0 : seeds;
                trials.add(new Trial(Trial.Kind.CANDIDATE, candidate, List.of(), planned));
            } else {
                skipped.remove(candidate.number());
                trials.add(new Trial(trial.kind(), candidate, trial.runs(), seeds));
            }
        }
        return new PlannedTrials(new TrialPlan(plan.candidates(), skipped), trials);
    }
}
