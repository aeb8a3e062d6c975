package org.dwastudio.sweep.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.sweep.Trial;

/**
 * Ranked trials as lines over parallel axes: one axis per setting that varies, and that of the scores.
 *
 * @param axes settings in the order of the sweep, then the score
 * @param low lowest score, which is at place 0
 * @param high highest score, which is at place 1
 * @param lines lines of the trials, the best last
 */
public record ParallelCoordinates(List<ParallelAxis> axes, double low, double high, List<ParallelLine> lines) {
    /** Half of the axis of equal scores. */
    private static final double LEAST = 0.005;

    public ParallelCoordinates {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
    }

    /** @param ranking candidates whose score counts, the best first */
    static ParallelCoordinates of(List<SweptParameter> parameters, List<Trial> ranking) {
        List<ParallelAxis> axes = new ArrayList<>();
        parameters.forEach(parameter -> axes.add(ParallelAxis.of(parameter)));
        axes.add(new ParallelAxis(ParallelAxis.SCORE, List.of()));
        double best = ranking.isEmpty() ? 1 : ranking.get(0).score().mean();
        double worst =
                ranking.isEmpty() ? 0 : ranking.get(ranking.size() - 1).score().mean();
        double high = best > worst ? best : best + LEAST;
        double low = best > worst ? worst : worst - LEAST;
        List<ParallelLine> lines = new ArrayList<>();
        for (Trial trial : ranking) {
            List<Double> places = new ArrayList<>();
            for (SweptParameter parameter : parameters) {
                places.add(parameter.placeOf(
                        Objects.requireNonNull(trial.candidate().values().get(parameter.key()))));
            }
            places.add((trial.score().mean() - low) / (high - low));
            lines.add(0, new ParallelLine(trial, places));
        }
        return new ParallelCoordinates(axes, low, high, lines);
    }

    /** Returns the score at a place of its axis. */
    public double scoreAt(double place) {
        return low + place * (high - low);
    }
}
