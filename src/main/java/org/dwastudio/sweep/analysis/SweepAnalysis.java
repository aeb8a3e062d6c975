package org.dwastudio.sweep.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.WrittenSettings;
import org.dwastudio.metric.significance.HolmCorrection;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.sweep.SeedRun;
import org.dwastudio.sweep.Trial;

/**
 * Analysis of the trials of a sweep.
 *
 * @param trials all trials, baselines included
 * @param ranking trials whose score counts, the best first
 * @param differences of the best trial to every other ranked one, in the order of the ranking
 * @param responses scores by setting
 * @param importance shares of the variance, settings first
 * @param coordinates ranked candidates as lines over parallel axes
 * @param presetValues values of the settings that vary in the experiment as it is
 */
public record SweepAnalysis(
        List<Trial> trials,
        List<Trial> ranking,
        List<Difference> differences,
        List<Response> responses,
        List<Importance> importance,
        ParallelCoordinates coordinates,
        Map<String, String> presetValues) {

    /** Analyzes trials, also of a sweep that has not ended. */
    public static SweepAnalysis of(SweepFile content, List<Trial> trials) {
        try {
            return of(content.sweep(), WrittenSettings.of(content.experiment()).values(), trials);
        } catch (IOException e) {
            throw new IllegalStateException("an experiment that was read cannot be written", e);
        }
    }

    /** @param preset values of the experiment as it is, by full key */
    static SweepAnalysis of(SweepConfig sweep, Map<String, String> preset, List<Trial> trials) {
        Map<String, String> presetValues = new LinkedHashMap<>();
        for (SweptParameter parameter : sweep.parameters()) {
            Optional.ofNullable(preset.get(parameter.key()))
                    .ifPresent(value -> presetValues.put(parameter.key(), parameter.read(value)));
        }
        List<Trial> ranking = trials.stream()
                .filter(Trial::isRanked)
                .sorted(Comparator.comparingDouble(
                                (Trial trial) -> -trial.score().mean())
                        .thenComparingInt(trial -> trial.candidate().number()))
                .toList();
        List<Trial> candidates = ranking.stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .toList();
        return new SweepAnalysis(
                List.copyOf(trials),
                ranking,
                best(ranking).map(best -> differences(best, ranking)).orElse(List.of()),
                sweep.parameters().stream()
                        .map(parameter -> Response.of(parameter, candidates))
                        .toList(),
                new VarianceShares(sweep.parameters()).of(candidates),
                ParallelCoordinates.of(sweep.parameters(), ranking, presetValues),
                Map.copyOf(presetValues));
    }

    /** Returns the best distilled trial; random real images are a baseline and cannot win. */
    public Optional<Trial> best() {
        return best(ranking);
    }

    private static Optional<Trial> best(List<Trial> ranking) {
        return ranking.stream()
                .filter(trial -> trial.kind() != Trial.Kind.RANDOM_REAL)
                .findFirst();
    }

    /** Returns the distilled trials that the seeds do not separate from the best one. */
    public List<Trial> ties() {
        return differences.stream()
                .filter(difference -> !difference.isReal() && difference.other().kind() != Trial.Kind.RANDOM_REAL)
                .map(Difference::other)
                .toList();
    }

    /** Returns true if there are trials to compare, but too few seeds to test any difference. */
    public boolean isUntested() {
        return !differences.isEmpty() && differences.stream().noneMatch(Difference::isTested);
    }

    /** Returns the difference of the best trial to a baseline; empty if the baseline is the best one. */
    public Optional<Difference> over(Trial.Kind baseline) {
        return differences.stream()
                .filter(difference -> difference.other().kind() == baseline)
                .findFirst();
    }

    private static List<Difference> differences(Trial best, List<Trial> ranking) {
        List<Trial> others =
                ranking.stream().filter(trial -> !trial.equals(best)).toList();
        List<PairedTest> tests = others.stream().map(other -> test(best, other)).toList();
        List<Double> known = tests.stream()
                .flatMap(test -> test.probability().stream().boxed())
                .toList();
        List<Double> corrected = HolmCorrection.of(known);
        List<Difference> differences = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < others.size(); i++) {
            OptionalDouble probability = OptionalDouble.empty();
            if (tests.get(i).probability().isPresent()) {
                probability = OptionalDouble.of(corrected.get(place));
                place++;
            }
            differences.add(new Difference(others.get(i), tests.get(i).difference(), probability));
        }
        return differences;
    }

    private static PairedTest test(Trial best, Trial other) {
        Map<Long, Double> first = scores(best);
        Map<Long, Double> second = scores(other);
        List<Long> seeds = first.keySet().stream().filter(second::containsKey).toList();
        return PairedTest.of(
                seeds.stream().mapToDouble(first::get).toArray(),
                seeds.stream().mapToDouble(second::get).toArray());
    }

    private static Map<Long, Double> scores(Trial trial) {
        return trial.runs().stream()
                .filter(run -> run.score().isPresent())
                .collect(Collectors.toMap(
                        SeedRun::seed, run -> run.score().orElseThrow(), (one, other) -> one, TreeMap::new));
    }
}
