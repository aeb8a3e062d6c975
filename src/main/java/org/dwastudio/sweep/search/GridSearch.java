package org.dwastudio.sweep.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.random.Shuffle;

/** All combinations of the values, or a random part of them. */
final class GridSearch implements Search {
    private final List<Candidate> candidates;

    /** @param trials number of combinations, drawn without repetition; 0 takes all */
    GridSearch(SearchSpace space, int trials, long seed) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (SweptParameter parameter : space.parameters()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> values : all) {
                for (String level : parameter.levels()) {
                    Map<String, String> more = new LinkedHashMap<>(values);
                    more.put(parameter.key(), level);
                    longer.add(more);
                }
            }
            all = longer;
        }
        List<Map<String, String>> combinations = all;
        int[] chosen = IntStream.range(0, combinations.size()).toArray();
        if (trials > 0 && trials < chosen.length) {
            chosen = IntStream.of(Shuffle.of(chosen, new SeedSequence(seed).generator(RandomPurpose.SWEEP_POINT, 0)))
                    .limit(trials)
                    .sorted()
                    .toArray();
        }
        int[] kept = chosen;
        candidates = IntStream.range(0, kept.length)
                .mapToObj(i -> new Candidate(i + 1, combinations.get(kept[i]), 1))
                .toList();
    }

    @Override
    public List<Candidate> next(List<ScoredCandidate> scored) {
        return candidates.subList(Math.min(scored.size(), candidates.size()), candidates.size());
    }

    @Override
    public int total() {
        return candidates.size();
    }
}
