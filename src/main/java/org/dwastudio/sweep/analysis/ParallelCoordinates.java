package org.dwastudio.sweep.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.sweep.Trial;

/**
 * Ranked trials as lines over parallel axes: one axis per setting that varies, and that of the scores.
 *
 * @param axes settings in the order of the sweep, then the score
 * @param low lowest score, also of baselines, which is at place 0
 * @param high highest score, which is at place 1
 * @param lines lines of the trials, the best last
 * @param preset line of the experiment as it is; empty while it is not ranked, or if a value has no place
 * @param random place of the score of random real images, 0 to 1
 */
public record ParallelCoordinates(
        List<ParallelAxis> axes,
        double low,
        double high,
        List<ParallelLine> lines,
        Optional<ParallelLine> preset,
        OptionalDouble random) {
    /** Half of the axis of equal scores. */
    private static final double LEAST = 0.005;

    public ParallelCoordinates {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
    }

    /**
     * Places trials and baselines.
     *
     * @param ranked trials and baselines whose score counts, the best first
     * @param presetValues values of the experiment as it is, by full key
     */
    static ParallelCoordinates of(
            List<SweptParameter> parameters, List<Trial> ranked, Map<String, String> presetValues) {
        List<Trial> candidates = ranked.stream()
                .filter(trial -> trial.kind() == Trial.Kind.CANDIDATE)
                .toList();
        // Without a candidate there is nothing to compare the baselines with.
        List<Trial> ranking = candidates.isEmpty() ? List.of() : ranked;
        List<ParallelAxis> axes = new ArrayList<>();
        parameters.forEach(parameter -> axes.add(ParallelAxis.of(parameter)));
        axes.add(new ParallelAxis(ParallelAxis.SCORE, List.of()));
        double best = ranking.isEmpty() ? 1 : ranking.get(0).score().mean();
        double worst =
                ranking.isEmpty() ? 0 : ranking.get(ranking.size() - 1).score().mean();
        double high = best > worst ? best : best + LEAST;
        double low = best > worst ? worst : worst - LEAST;
        List<ParallelLine> lines = new ArrayList<>();
        for (Trial trial : candidates) {
            List<Double> places = new ArrayList<>();
            for (SweptParameter parameter : parameters) {
                places.add(parameter.placeOf(
                        Objects.requireNonNull(trial.candidate().values().get(parameter.key()))));
            }
            places.add((trial.score().mean() - low) / (high - low));
            lines.add(0, new ParallelLine(trial, places));
        }
        return new ParallelCoordinates(
                axes,
                low,
                high,
                lines,
                baseline(ranking, Trial.Kind.PRESET)
                        .flatMap(trial -> preset(
                                parameters, trial, presetValues, (trial.score().mean() - low) / (high - low))),
                baseline(ranking, Trial.Kind.RANDOM_REAL)
                        .map(trial -> OptionalDouble.of((trial.score().mean() - low) / (high - low)))
                        .orElse(OptionalDouble.empty()));
    }

    private static Optional<Trial> baseline(List<Trial> ranking, Trial.Kind kind) {
        return ranking.stream().filter(trial -> trial.kind() == kind).findFirst();
    }

    private static Optional<ParallelLine> preset(
            List<SweptParameter> parameters, Trial trial, Map<String, String> values, double score) {
        List<Double> places = new ArrayList<>();
        for (SweptParameter parameter : parameters) {
            OptionalDouble place = new AxisPlaces(parameter).of(values.getOrDefault(parameter.key(), ""));
            place.ifPresent(places::add);
        }
        places.add(score);
        return places.size() == parameters.size() + 1 ? Optional.of(new ParallelLine(trial, places)) : Optional.empty();
    }

    /** Returns the score at a place of its axis. */
    public double scoreAt(double place) {
        return low + place * (high - low);
    }
}
