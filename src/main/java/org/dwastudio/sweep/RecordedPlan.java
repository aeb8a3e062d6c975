package org.dwastudio.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.sweep.plan.PlannedSearch;
import org.dwastudio.sweep.plan.TrialPlan;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.text.Message;

/**
 * Plan of a sweep whose runs are known: every run keeps its values, also if the plan is lost.
 *
 * @param folder the sweep
 * @param begun its trials with runs, also failed ones
 */
record RecordedPlan(SweepFolder folder, List<Trial> begun) {
    RecordedPlan {
        begun = List.copyOf(begun);
    }

    /**
     * Returns the written plan up to the last trial with runs at least. Trials of the table that the plan lacks are added;
     * those before them without runs were left out, and get values that no other trial has.
     *
     * @param written empty if the plan is missing or damaged
     * @throws RunFolderException if plan and table differ, or the values of a trial are unknown
     */
    TrialPlan of(Optional<TrialPlan> written, PlannedSearch search) throws RunFolderException {
        TrialPlan plan = written.orElseGet(TrialPlan::empty);
        Map<Integer, Candidate> known = new LinkedHashMap<>();
        plan.candidates().forEach(candidate -> known.put(candidate.number(), candidate));
        for (Trial trial : begun) {
            Candidate candidate = trial.candidate();
            if (trial.kind() == Trial.Kind.CANDIDATE
                    && !candidate.equals(known.getOrDefault(candidate.number(), candidate))) {
                throw new RunFolderException(folder.root(), Message.of("sweep.planDiffers", candidate.number()));
            }
            if (trial.kind() == Trial.Kind.CANDIDATE) {
                known.put(candidate.number(), candidate);
            }
        }
        Set<Integer> skipped = new TreeSet<>(plan.skipped());
        int last = known.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        Iterator<Candidate> unused = unused(known.values(), search);
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            Candidate candidate = known.get(number);
            if (candidate == null) {
                if (!unused.hasNext()) {
                    throw new RunFolderException(folder.root(), Message.of("sweep.planLost", number));
                }
                candidate = numbered(number, unused.next());
                skipped.add(number);
            }
            candidates.add(candidate);
        }
        return new TrialPlan(candidates, skipped);
    }

    /** Returns the candidates that are known before any score and are not among others, by value and share. */
    private static Iterator<Candidate> unused(Collection<Candidate> known, PlannedSearch search) {
        Set<Candidate> used =
                known.stream().map(candidate -> numbered(0, candidate)).collect(Collectors.toSet());
        return search.search().next(List.of()).stream()
                .filter(candidate -> !used.contains(numbered(0, candidate)))
                .iterator();
    }

    private static Candidate numbered(int number, Candidate candidate) {
        return new Candidate(number, candidate.values(), candidate.share());
    }
}
