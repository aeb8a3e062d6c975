package org.dwastudio.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * Returns the plan of a table without a plan: its candidates up to the first missing number.
     *
     * @param begun trials that have a run
     */
    static TrialPlan planOf(List<Trial> begun) {
        Map<Integer, Candidate> known = new LinkedHashMap<>();
        begun.stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .forEach(trial -> known.put(trial.candidate().number(), trial.candidate()));
        List<Candidate> candidates = new ArrayList<>();
        while (known.containsKey(candidates.size() + 1)) {
            candidates.add(Objects.requireNonNull(known.get(candidates.size() + 1)));
        }
        return new TrialPlan(candidates, Set.of());
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
