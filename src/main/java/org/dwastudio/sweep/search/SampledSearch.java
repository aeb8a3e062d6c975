package org.dwastudio.sweep.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Points of a sequence; of points with the same values the first one only. */
final class SampledSearch implements Search {
    /** Points per candidate after which a small space counts as exhausted. */
    private static final int MOST_TRIES = 100;

    private final List<Candidate> candidates = new ArrayList<>();

    SampledSearch(PointSequence points, SearchSpace space, int count) {
        Set<Map<String, String>> seen = new LinkedHashSet<>();
        for (int place = 0; seen.size() < count && place < MOST_TRIES * count; place++) {
            seen.add(space.valuesAt(points.at(place)));
        }
        seen.forEach(values -> candidates.add(new Candidate(candidates.size() + 1, values, 1)));
    }

    @Override
    public List<Candidate> next(List<ScoredCandidate> scored) {
        return List.copyOf(candidates.subList(Math.min(scored.size(), candidates.size()), candidates.size()));
    }

    @Override
    public int total() {
        return candidates.size();
    }
}
