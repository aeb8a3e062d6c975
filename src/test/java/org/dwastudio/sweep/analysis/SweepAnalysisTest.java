package org.dwastudio.sweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.sweep.SeedRun;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.search.Candidate;
import org.dwastudio.text.Message;
import org.junit.jupiter.api.Test;

class SweepAnalysisTest {
    private static final SweptParameter RHO = SweptParameter.of("synthesis.rho", List.of("0", "0.01", "0.1"));
    private static final SweptParameter STEPS = SweptParameter.of("synthesis.ascentSteps", List.of("6", "12"));
    private static final SweepConfig SWEEP = SweepConfig.gridOf(List.of(RHO, STEPS));

    @Test
    void trialsAreRankedByTheirMeanAndComparedInPairs() {
        SweepAnalysis analysis = SweepAnalysis.of(SWEEP, Map.of(), trials());

        assertThat(analysis.best().orElseThrow().key()).isEqualTo("6");
        assertThat(analysis.ranking())
                .extracting(Trial::key)
                .containsExactly("6", "5", "4", "3", "preset", "2", "1", "random-real");
        Difference overRandom = analysis.over(Trial.Kind.RANDOM_REAL).orElseThrow();
        assertThat(overRandom.points().mean()).isCloseTo(0.15, within(1e-9));
        assertThat(overRandom.isReal()).isTrue();
        // The seeds move all trials together, so that even small differences are real; only trial 5 is a tie.
        assertThat(analysis.ties()).extracting(Trial::key).containsExactly("5");
    }

    @Test
    void randomRealImagesCannotWin() {
        List<Trial> trials = List.of(
                trial(Trial.Kind.PRESET, 0, Map.of(), 0.5, 0.6), trial(Trial.Kind.RANDOM_REAL, 0, Map.of(), 0.8, 0.9));

        SweepAnalysis analysis = SweepAnalysis.of(SWEEP, Map.of(), trials);

        assertThat(analysis.best().orElseThrow().kind()).isEqualTo(Trial.Kind.PRESET);
        assertThat(analysis.over(Trial.Kind.RANDOM_REAL).orElseThrow().points().mean())
                .isCloseTo(-0.3, within(1e-9));
        assertThat(analysis.over(Trial.Kind.PRESET)).isEmpty();
    }

    @Test
    void failedUnfinishedAndShortTrialsAreNotRanked() {
        SeedRun failed =
                new SeedRun(43, OptionalDouble.empty(), OptionalDouble.empty(), 1, Optional.of(Message.literal("NaN")));
        List<Trial> trials = List.of(
                trial(Trial.Kind.PRESET, 0, Map.of(), 0.5, 0.6),
                new Trial(Trial.Kind.CANDIDATE, candidate(1, "0", "6", 1), List.of(run(42, 0.9), failed), 2),
                new Trial(Trial.Kind.CANDIDATE, candidate(2, "0", "12", 1), List.of(run(42, 0.9)), 2),
                new Trial(
                        Trial.Kind.CANDIDATE,
                        candidate(3, "0.1", "6", 1.0 / 3),
                        List.of(run(42, 0.9), run(43, 0.9)),
                        2));

        assertThat(SweepAnalysis.of(SWEEP, Map.of(), trials).ranking())
                .extracting(Trial::key)
                .containsExactly("preset");
    }

    @Test
    void responsesAreMeansOverTheOtherSettings() {
        Response rho = SweepAnalysis.of(SWEEP, Map.of(), trials()).responses().get(0);

        assertThat(rho.points()).extracting(ResponsePoint::value).containsExactly("0", "0.01", "0.1");
        assertThat(rho.points().get(0).score().mean()).isCloseTo(0.605, within(1e-9));
        assertThat(rho.points().get(2).score().mean()).isCloseTo(0.705, within(1e-9));
        assertThat(rho.points().get(2).score().count()).isEqualTo(6);
    }

    @Test
    void theSettingThatMattersExplainsMostOfTheVariance() {
        List<Importance> importance =
                SweepAnalysis.of(SWEEP, Map.of(), trials()).importance();

        assertThat(importance)
                .extracting(Importance::key)
                .containsExactly("synthesis.rho", "synthesis.ascentSteps", "seed", "rest");
        assertThat(importance.get(0).share()).isGreaterThan(0.75);
        assertThat(importance.get(1).share()).isLessThan(0.05);
        assertThat(importance).allSatisfy(one -> {
            assertThat(one.low()).isBetween(0.0, 1.0);
            assertThat(one.high()).isBetween(one.low(), 1.0);
        });
        assertThat(importance.stream().mapToDouble(Importance::share).sum()).isLessThanOrEqualTo(1.05);
        assertThat(SweepAnalysis.of(SWEEP, Map.of(), trials()).importance()).isEqualTo(importance);
    }

    /** Returns a grid: rho adds 0, 0.05 or 0.1, twelve steps add 0.01, and the seeds add −0.02, 0 and 0.02. */
    private static List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        trials.add(trial(Trial.Kind.PRESET, 0, Map.of(), 0.62, 0.64, 0.66));
        trials.add(trial(Trial.Kind.RANDOM_REAL, 0, Map.of(), 0.54, 0.56, 0.58));
        int number = 1;
        for (int rho = 0; rho < 3; rho++) {
            for (int steps = 0; steps < 2; steps++) {
                double mean = 0.6 + 0.05 * rho + 0.01 * steps;
                Map<String, String> values = Map.of(
                        RHO.key(),
                        RHO.values().get(rho),
                        STEPS.key(),
                        STEPS.values().get(steps));
                // The last trial varies more than the others.
                double noise = number == 6 ? 0.011 : 0;
                trials.add(trial(Trial.Kind.CANDIDATE, number, values, mean - 0.02 + noise, mean, mean + 0.02 - noise));
                number++;
            }
        }
        return trials;
    }

    private static Trial trial(Trial.Kind kind, int number, Map<String, String> values, double... scores) {
        return new Trial(
                kind,
                new Candidate(number, values, 1),
                IntStream.range(0, scores.length)
                        .mapToObj(i -> run(42 + i, scores[i]))
                        .toList(),
                scores.length);
    }

    private static Candidate candidate(int number, String rho, String steps, double share) {
        return new Candidate(number, Map.of(RHO.key(), rho, STEPS.key(), steps), share);
    }

    private static SeedRun run(long seed, double score) {
        return new SeedRun(seed, OptionalDouble.of(score), OptionalDouble.of(1.5), 10, Optional.empty());
    }

    @Test
    void trialsAreLinesOverTheAxesAndDotsOfTheResponse() {
        SweepAnalysis analysis = SweepAnalysis.of(SweptFolders.content(), SweptFolders.trials());

        ParallelCoordinates found = analysis.coordinates();
        assertThat(found.axes()).extracting(ParallelAxis::key).containsExactly("synthesis.rho", "score");
        assertThat(found.axes().get(0).ticks())
                .extracting(ParallelAxis.Tick::text, ParallelAxis.Tick::place)
                .containsExactly(tuple("0.01", 0.0), tuple("0.02", 0.5), tuple("0.04", 1.0));
        assertThat(found.lines()).extracting(line -> line.trial().key()).containsExactly("1", "2", "3");
        assertThat(found.lines().get(1).places().get(0)).isCloseTo(0.5, within(1e-9));
        assertThat(found.lines().get(1).score()).isCloseTo(0.2 / 0.21, within(1e-9));
        assertThat(found.scoreAt(0.5)).isCloseTo(0.605, within(1e-9));
        assertThat(found.random()).hasValue(0);
        ParallelLine preset = found.preset().orElseThrow();
        assertThat(preset.places().get(0)).isCloseTo(Math.log(1.5) / Math.log(4), within(1e-9));
        assertThat(preset.score()).isCloseTo(0.1 / 0.21, within(1e-9));
        assertThat(analysis.presetValues()).containsExactly(Map.entry("synthesis.rho", "0.015"));
        assertThat(analysis.responses().get(0).dots())
                .extracting(ResponseDot::trial)
                .containsExactly("3", "2", "1");
        assertThat(analysis.responses().get(0).dots().get(1).score()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void anExperimentBetweenListedValuesHasALineBetweenThem() {
        ParallelCoordinates found = SweepAnalysis.of(
                        SWEEP, Map.of("synthesis.rho", "0.055", "synthesis.ascentSteps", "24"), trials())
                .coordinates();

        // Three listed values are at 1/6, 3/6 and 5/6; 0.055 is halfway between the last two, and 24 beyond 6 and 12.
        assertThat(found.preset().orElseThrow().places().get(0)).isCloseTo(4.0 / 6, within(1e-9));
        assertThat(found.preset().orElseThrow().places().get(1)).isEqualTo(1);
        assertThat(SweepAnalysis.of(SWEEP, Map.of("synthesis.rho", "auto"), trials())
                        .coordinates()
                        .preset())
                .isEmpty();
    }

    @Test
    void oneSeedTestsNoDifference() {
        List<Trial> trials =
                List.of(trial(Trial.Kind.PRESET, 0, Map.of(), 0.5), trial(Trial.Kind.RANDOM_REAL, 0, Map.of(), 0.4));

        SweepAnalysis analysis = SweepAnalysis.of(SWEEP, Map.of(), trials);

        assertThat(analysis.isUntested()).isTrue();
        assertThat(analysis.over(Trial.Kind.RANDOM_REAL).orElseThrow().isTested())
                .isFalse();
        assertThat(SweepAnalysis.of(SWEEP, Map.of(), trials()).isUntested()).isFalse();
    }

    @Test
    void aSingleTrialIsInTheMiddleOfTheScores() {
        ParallelCoordinates found = SweepAnalysis.of(
                        SweptFolders.content(), SweptFolders.trials().subList(2, 3))
                .coordinates();

        assertThat(found.lines().get(0).score()).isCloseTo(0.5, within(1e-9));
        assertThat(found.low()).isCloseTo(0.615, within(1e-9));
    }
}
