package org.dwastudio.sweep.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        List<ScoredCandidate> before = List.of();
        int tried = 0;
        for (int round = 0; round < sizes.size(); round++) {
            List<ScoredCandidate> present = ofRound(scored, round, ScoredCandidate::candidate);
            tried += present.size();
            if (tried == scored.size()) {
                List<Candidate> missing = missing(round, before, present, tried);
                if (!missing.isEmpty()) {
                    return missing;
                }
            }
            before = present;
        }
        return List.of();
    }

    private static <T> List<T> ofRound(List<T> all, int round, Function<T, Candidate> candidate) {
        return all.stream()
                .filter(one -> candidate.apply(one).share() == SHARES.get(round))
                .toList();
    }

    /** Returns the candidates of a round that are not present, numbered from {@code tried + 1}. */
    private List<Candidate> missing(int round, List<ScoredCandidate> before, List<ScoredCandidate> present, int tried) {
        Set<Map<String, String>> known =
                present.stream().map(one -> one.candidate().values()).collect(Collectors.toSet());
        List<Map<String, String>> ranked =
                round == 0 ? first.stream().map(Candidate::values).toList() : ranked(before);
        List<Candidate> missing = new ArrayList<>();
        ranked.stream()
                .filter(values -> !known.contains(values))
                .limit(Math.max(0, sizes.get(round) - present.size()))
                .forEach(values -> missing.add(new Candidate(tried + missing.size() + 1, values, SHARES.get(round))));
        return missing;
    }

    /** Returns the values of candidates with a score, the best first: those that failed or were left out are not promoted. */
    private static List<Map<String, String>> ranked(List<ScoredCandidate> round) {
        return round.stream()
                .filter(one -> !Double.isNaN(one.score()))
                .sorted(Comparator.comparingDouble((ScoredCandidate one) -> -one.score())
                        .thenComparingInt(one -> one.candidate().number()))
                .map(one -> one.candidate().values())
                .toList();
    }

    /** Returns the sizes of the rounds; a round is shorter if too many candidates of the one before are left out. */
    private List<Integer> sizes(List<Candidate> planned, Set<Integer> skipped) {
        List<Integer> expected = new ArrayList<>();
        int able = Integer.MAX_VALUE;
        int counted = 0;
        for (int round = 0; round < sizes.size(); round++) {
            List<Candidate> present = ofRound(planned, round, Function.identity());
            counted += present.size();
            boolean over = counted < planned.size();
            int size = over ? present.size() : Math.max(present.size(), Math.min(sizes.get(round), able));
            able = size
                    - (int) present.stream()
                            .filter(one -> skipped.contains(one.number()))
                            .count();
            expected.add(size);
        }
        return expected;
    }

    @Override
    public int total() {
        return total(List.of(), Set.of());
    }

    @Override
    public int total(List<Candidate> planned, Set<Integer> skipped) {
        return sizes(planned, skipped).stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public double cost() {
        return cost(List.of(), Set.of());
    }

    @Override
    public double cost(List<Candidate> planned, Set<Integer> skipped) {
        List<Integer> expected = sizes(planned, skipped);
        double cost = 0;
        for (int round = 0; round < expected.size(); round++) {
            cost += expected.get(round) * SHARES.get(round);
        }
        return cost;
    }
}
