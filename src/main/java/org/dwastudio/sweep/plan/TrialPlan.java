package org.dwastudio.sweep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dwastudio.sweep.search.Candidate;

/**
 * Candidates of a sweep that have a number, and those that are left out. Numbers never change: later candidates follow
 * the earlier ones.
 *
 * @param candidates the candidates, numbered from 1 without gaps
 * @param skipped numbers of candidates that are not run
 */
public record TrialPlan(List<Candidate> candidates, Set<Integer> skipped) {
    public TrialPlan {
        candidates = List.copyOf(candidates);
        skipped = Set.copyOf(skipped);
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "candidate " + candidates.get(i).number() + " at place " + (i + 1));
            }
        }
    }

    /** Returns a plan without candidates. */
    public static TrialPlan empty() {
        return new TrialPlan(List.of(), Set.of());
    }

    /** Returns the plan with more candidates at its end. */
    public TrialPlan with(List<Candidate> more) {
        List<Candidate> all = new ArrayList<>(candidates);
        all.addAll(more);
        return new TrialPlan(all, skipped);
    }

    /** Returns the plan with a candidate left out, or taken in again. */
    public TrialPlan withSkipped(int number, boolean isSkipped) {
        Set<Integer> now = new TreeSet<>(skipped);
        if (isSkipped) {
            now.add(number);
        } else {
            now.remove(number);
        }
        return new TrialPlan(candidates, now);
    }
}
