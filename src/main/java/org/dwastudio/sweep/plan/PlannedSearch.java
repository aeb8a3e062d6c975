package org.dwastudio.sweep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.sweep.search.ScoredCandidate;
import org.dwastudio.sweep.search.Search;

/**
 * Candidates that follow those of a plan. A search that does not depend on scores is asked at once: combinations that the
 * plan does not have come after its last one, so that values which are added later change no number.
 *
 * @param sweep settings of the sweep
 * @param search its search
 */
public record PlannedSearch(SweepConfig sweep, Search search) {

    /** Returns the search of a sweep. */
    public static PlannedSearch of(SweepConfig sweep, long seed) {
        return new PlannedSearch(sweep, Search.of(sweep, seed));
    }

    /** Returns true if candidates depend on the scores of earlier ones. */
    private boolean dependsOnScores() {
        return sweep.strategy() == SearchStrategy.HALVING || sweep.strategy() == SearchStrategy.MODEL;
    }

    /**
     * Returns the plan with the candidates that are known to follow.
     *
     * @param scored all candidates of the plan with their scores; NaN for those without
     */
    public TrialPlan next(TrialPlan plan, List<ScoredCandidate> scored) {
        return plan.with(dependsOnScores() ? search.next(scored) : added(plan));
    }

    /** Returns the number of runs of a plan with all candidates that follow: each one and the preset with every seed. */
    public int runs(TrialPlan plan) {
        return (total(plan) + 1) * sweep.seeds();
    }

    /** Returns the plan with the candidates that are known before any score. */
    public TrialPlan begun(TrialPlan plan) {
        return dependsOnScores() && !plan.candidates().isEmpty() ? plan : next(plan, List.of());
    }

    private List<Candidate> added(TrialPlan plan) {
        Set<Map<String, String>> known =
                plan.candidates().stream().map(Candidate::values).collect(Collectors.toSet());
        int planned = plan.candidates().size();
        long most = sweep.strategy() == SearchStrategy.GRID && sweep.trials() == 0
                ? Long.MAX_VALUE
                : Math.max(0, search.total() - planned);
        List<Candidate> added = new ArrayList<>();
        search.next(List.of()).stream()
                .filter(candidate -> !known.contains(candidate.values()))
                .limit(most)
                .forEach(candidate ->
                        added.add(new Candidate(planned + added.size() + 1, candidate.values(), candidate.share())));
        return added;
    }

    /** Returns the number of candidates that are run in the end, those left out not counted. */
    public int total(TrialPlan plan) {
        int numbered = dependsOnScores()
                ? search.total(plan.candidates(), plan.skipped())
                : begun(plan).candidates().size();
        return numbered - plan.skipped().size();
    }

    /** Returns the cost of the candidates that have no number yet, in candidates that are run in full. */
    public double costOfUnknown(TrialPlan plan) {
        double numbered =
                plan.candidates().stream().mapToDouble(Candidate::share).sum();
        return dependsOnScores() ? Math.max(0, search.cost(plan.candidates(), plan.skipped()) - numbered) : 0;
    }
}
