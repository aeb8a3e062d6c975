package org.dwastudio.sweep.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
    private static final SweptParameter RHO = new SweptParameter(
            "synthesis.rho", List.of(), Optional.of(new SweptRange(0.001, 0.1, 3, Scale.LOGARITHMIC)), false);
    private static final SweptParameter STEPS =
            new SweptParameter("synthesis.ascentSteps", List.of("6", "12", "24"), Optional.empty(), true);

    @Test
    void aGridHasAllCombinationsInOrder() {
        Search search = Search.of(sweep(SearchStrategy.GRID, 0), 42);

        List<Candidate> all = search.next(List.of());
        assertThat(search.total()).isEqualTo(9);
        assertThat(all).extracting(Candidate::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(all.get(0).values()).isEqualTo(Map.of("synthesis.rho", "0.001", "synthesis.ascentSteps", "6"));
        assertThat(all.get(4).values()).isEqualTo(Map.of("synthesis.rho", "0.01", "synthesis.ascentSteps", "12"));
        assertThat(all.get(8).values()).isEqualTo(Map.of("synthesis.rho", "0.1", "synthesis.ascentSteps", "24"));
    }

    @Test
    void aPartOfAGridIsDrawnWithoutRepetition() {
        Search search = Search.of(sweep(SearchStrategy.GRID, 4), 42);
        List<Candidate> drawn = search.next(List.of());

        assertThat(drawn).hasSize(4);
        assertThat(new HashSet<>(drawn.stream().map(Candidate::values).toList()))
                .hasSize(4);
        assertThat(Search.of(sweep(SearchStrategy.GRID, 4), 42).next(List.of())).isEqualTo(drawn);
    }

    @Test
    void aSobolSequenceFillsEveryHalfEvenly() {
        List<Candidate> drawn = Search.of(sweep(SearchStrategy.SOBOL, 16), 42).next(List.of());

        assertThat(drawn).hasSize(16);
        SearchSpace space = new SearchSpace(List.of(RHO, STEPS));
        assertThat(drawn.stream()
                        .filter(one -> space.pointOf(one.values())[0] < 0.5)
                        .count())
                .isBetween(7L, 9L);
    }

    @ParameterizedTest
    @EnumSource(SearchStrategy.class)
    void anInterruptedSearchContinuesWithTheSameCandidates(SearchStrategy strategy) {
        List<ScoredCandidate> whole = run(Search.of(sweep(strategy, 9), 42), SearchTest::score, Integer.MAX_VALUE);
        List<ScoredCandidate> first = run(Search.of(sweep(strategy, 9), 42), SearchTest::score, 5);

        Search again = Search.of(sweep(strategy, 9), 42);
        List<ScoredCandidate> continued = new ArrayList<>(first);
        continueWith(again, continued, SearchTest::score, Integer.MAX_VALUE);

        assertThat(continued).isEqualTo(whole);
        assertThat(whole).hasSize(again.total());
        assertThat(again.next(whole)).isEmpty();
    }

    @Test
    void halvingRunsTheBestThirdLonger() {
        Search search = Search.of(sweep(SearchStrategy.HALVING, 9), 42);
        List<ScoredCandidate> all = run(search, SearchTest::score, Integer.MAX_VALUE);

        assertThat(search.total()).isEqualTo(9 + 3 + 1);
        assertThat(search.cost()).isCloseTo(9.0 / 9 + 3.0 / 3 + 1, within(1e-12));
        assertThat(all.subList(0, 9)).allMatch(one -> one.candidate().share() == 1.0 / 9);
        assertThat(all.subList(9, 12)).allMatch(one -> one.candidate().share() == 1.0 / 3);
        assertThat(all.get(12).candidate().isWhole()).isTrue();
        Map<String, String> best = all.subList(0, 9).stream()
                .max(Comparator.comparingDouble(ScoredCandidate::score))
                .orElseThrow()
                .candidate()
                .values();
        assertThat(all.get(12).candidate().values()).isEqualTo(best);
    }

    @Test
    void aFailedCandidateIsNotRunLonger() {
        Search search = Search.of(sweep(SearchStrategy.HALVING, 3), 42);
        List<ScoredCandidate> first = new ArrayList<>();
        for (Candidate candidate : search.next(List.of())) {
            first.add(new ScoredCandidate(candidate, first.isEmpty() ? Double.NaN : first.size()));
        }

        assertThat(search.next(first)).hasSize(1);
        assertThat(search.next(first).get(0).values())
                .isEqualTo(first.get(2).candidate().values());
    }

    @Test
    void aRoundIsShorterIfFewerCandidatesHaveAScore() {
        Search search = Search.of(sweep(SearchStrategy.HALVING, 9), 42);
        List<ScoredCandidate> scored = new ArrayList<>();
        for (Candidate candidate : search.next(List.of())) {
            int number = candidate.number();
            scored.add(new ScoredCandidate(candidate, number == 4 ? 0.4 : number == 8 ? 0.8 : Double.NaN));
        }
        List<Map<String, String>> values =
                scored.stream().map(one -> one.candidate().values()).toList();

        List<Candidate> second = search.next(scored);

        assertThat(second)
                .containsExactly(new Candidate(10, values.get(7), 1.0 / 3), new Candidate(11, values.get(3), 1.0 / 3));
        scored.add(new ScoredCandidate(second.get(0), 0.1));
        assertThat(search.next(scored)).containsExactly(second.get(1));
        scored.add(new ScoredCandidate(second.get(1), 0.2));
        Candidate last = new Candidate(12, values.get(3), 1);
        assertThat(search.next(scored)).containsExactly(last);
        scored.add(new ScoredCandidate(last, 0.3));
        assertThat(search.next(scored)).isEmpty();
        List<Candidate> planned =
                scored.stream().map(ScoredCandidate::candidate).toList();
        assertThat(search.total(planned, Set.of())).isEqualTo(9 + 2 + 1);
        assertThat(search.cost(planned, Set.of())).isCloseTo(9.0 / 9 + 2.0 / 3 + 1, within(1e-12));
    }

    @Test
    void aRoundWithoutScoresEndsHalving() {
        Search search = Search.of(sweep(SearchStrategy.HALVING, 9), 42);
        List<ScoredCandidate> scored = search.next(List.of()).stream()
                .map(candidate -> new ScoredCandidate(candidate, Double.NaN))
                .toList();

        assertThat(search.next(scored)).isEmpty();
        assertThat(search.total(search.next(List.of()), Set.of(1, 2, 3, 4, 5, 6, 7)))
                .isEqualTo(9 + 2 + 1);
        assertThat(search.total(search.next(List.of()), Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9)))
                .isEqualTo(9);
    }

    @Test
    void aModelFindsTheMaximumWithFewTrials() {
        SweepConfig smooth = new SweepConfig(SearchStrategy.MODEL, 16, 1, Objective.SOFT, 0.1, List.of(RHO));
        List<ScoredCandidate> all = run(Search.of(smooth, 42), SearchTest::smooth, Integer.MAX_VALUE);

        assertThat(all).hasSize(16);
        double best = all.stream().mapToDouble(ScoredCandidate::score).max().orElseThrow();
        // The maximum, 1, lies at 0.02.
        assertThat(best).isGreaterThan(0.999);
        assertThat(new HashSet<>(
                        all.stream().map(one -> one.candidate().values()).toList()))
                .hasSize(16);
    }

    @Test
    void aGaussianProcessPassesCloseToItsPoints() {
        double[][] points = {{0.0}, {0.25}, {0.5}, {0.75}, {1.0}};
        GaussianProcess process = GaussianProcess.fit(points, 0, 0.5, 1, 0.5, 0);

        assertThat(process.meanAt(0.5)).isCloseTo(1, within(0.15));
        assertThat(process.meanAt(0)).isCloseTo(0, within(0.15));
        assertThat(process.deviationAt(0.5)).isLessThan(process.deviationAt(0.62));
        assertThat(process.improvementAt(0.5)).isPositive().isLessThan(0.2);
    }

    private static double score(Candidate candidate) {
        return Double.parseDouble(candidate.values().get("synthesis.rho"))
                + 0.01 * Double.parseDouble(candidate.values().getOrDefault("synthesis.ascentSteps", "0"));
    }

    private static double smooth(Candidate candidate) {
        double distance = Math.log(Double.parseDouble(candidate.values().get("synthesis.rho")) / 0.02);
        return Math.exp(-distance * distance);
    }

    private static List<ScoredCandidate> run(Search search, ToDoubleFunction<Candidate> score, int most) {
        List<ScoredCandidate> all = new ArrayList<>();
        continueWith(search, all, score, most);
        return all;
    }

    private static void continueWith(
            Search search, List<ScoredCandidate> all, ToDoubleFunction<Candidate> score, int most) {
        List<Candidate> next = search.next(all);
        while (!next.isEmpty() && all.size() < most) {
            all.add(new ScoredCandidate(next.get(0), score.applyAsDouble(next.get(0))));
            next = search.next(all);
        }
    }

    private static SweepConfig sweep(SearchStrategy strategy, int trials) {
        return new SweepConfig(strategy, trials, 3, Objective.SOFT, 0.1, List.of(RHO, STEPS));
    }
}
