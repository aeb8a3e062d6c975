package org.dwastudio.sweep.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Successive halving (Jamieson and Talwalkar, AISTATS 2016) with a factor of three: candidates of a Sobol sequence are
 * run for a ninth of their steps, the best third of them for a third, and the best third of these in full.
 */
final class SuccessiveHalving implements Search {
    private static final int FACTOR = 3;
    private static final List<Double> SHARES = List.of(1.0 / 9, 1.0 / 3, 1.0);

    private final List<Candidate> first;
    private final List<Integer> sizes = new ArrayList<>();

    /** @param count number of candidates of the first round */
    SuccessiveHalving(SearchSpace space, int count) {
        first = new SampledSearch(PointSequence.sobol(space.dimension()), space, count)
                .next(List.of()).stream()
                        .map(candidate -> new Candidate(candidate.number(), candidate.values(), SHARES.get(0)))
                        .toList();
        int size = first.size();
        for (int round = 0; round < SHARES.size(); round++) {
            sizes.add(size);
            size = Math.max(1, size / FACTOR);
        }
    }

    @Override
    public List<Candidate> next(List<ScoredCandidate> scored) {
        int begin = 0;
        for (int round = 0; round < sizes.size(); round++) {
            int end = begin + sizes.get(round);
            if (scored.size() < end) {
                List<Candidate> all =
                        round == 0 ? first : best(scored.subList(begin - sizes.get(round - 1), begin), round, begin);
                return all.subList(scored.size() - begin, all.size());
            }
            begin = end;
        }
        return List.of();
    }

    private List<Candidate> best(List<ScoredCandidate> before, int round, int tried) {
        // A failed run has no score and comes last.
        List<ScoredCandidate> ranked = before.stream()
                .sorted(Comparator.comparingDouble((ScoredCandidate one) -> Double.isNaN(one.score()) ? 1 : 0)
                        .thenComparingDouble(one -> -one.score())
                        .thenComparingInt(one -> one.candidate().number()))
                .limit(sizes.get(round))
                .toList();
        List<Candidate> next = new ArrayList<>();
        for (ScoredCandidate one : ranked) {
            next.add(new Candidate(tried + next.size() + 1, one.candidate().values(), SHARES.get(round)));
        }
        return next;
    }

    @Override
    public int total() {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public double cost() {
        double cost = 0;
        for (int round = 0; round < sizes.size(); round++) {
            cost += sizes.get(round) * SHARES.get(round);
        }
        return cost;
    }
}
