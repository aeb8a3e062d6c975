package org.dwastudio.ui.measurement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.ui.chart.ChartSeries;

/**
 * Curves of the loss over the steps of a whole run. Columns that advance at the same time are one point, their mean; of a
 * long run, a point is the mean of several iterations, so that a few thousand remain. FX thread only.
 */
final class RunLosses {
    /** Number of points at which every two are merged. */
    static final int MOST = 8192;

    private final Map<LossPart, ChartSeries> curves = new EnumMap<>(LossPart.class);
    private final Map<LossPart, Double> sums = new EnumMap<>(LossPart.class);
    private int iteration;
    private int columns;
    private int columnsBefore;
    private int count;
    private int rounds;
    private int roundsPerPoint = 1;

    /** @param alike curves with the same colors, names and visibility */
    RunLosses(Function<LossPart, ChartSeries> alike) {
        for (LossPart part : LossPart.values()) {
            curves.put(part, alike.apply(part).emptyCopy());
        }
        clear();
    }

    /** Removes all points. */
    void clear() {
        curves.values().forEach(ChartSeries::clear);
        sums.clear();
        iteration = -1;
        columns = 0;
        columnsBefore = 0;
        count = 0;
        rounds = 0;
        roundsPerPoint = 1;
    }

    /** Returns the curve of every part that was measured. */
    List<ChartSeries> measured() {
        List<ChartSeries> measured = new ArrayList<>();
        curves.values().stream().filter(curve -> curve.size() > 0).forEach(measured::add);
        return measured;
    }

    /** Returns the number of columns that advance at the same time, 0 before the first step. */
    int together() {
        return Math.max(columns, columnsBefore);
    }

    /** Adds a step. */
    void add(LossMeasured measured) {
        boolean newRound = measured.iteration() != iteration;
        if (newRound) {
            iteration = measured.iteration();
            columnsBefore = columns;
            columns = 0;
            rounds++;
        }
        columns++;
        boolean newPoint = count == 0 || (newRound && rounds > roundsPerPoint);
        if (newPoint) {
            makeRoom();
            sums.clear();
            count = 0;
            rounds = 1;
        }
        count++;
        for (LossPart part : LossPart.values()) {
            if (part.isIn(measured.loss())) {
                put(part, (double) measured.step(), part.of(measured.loss()), newPoint);
            }
        }
    }

    private void put(LossPart part, double step, double value, boolean newPoint) {
        double mean = Objects.requireNonNull(sums.merge(part, value, Double::sum)) / count;
        ChartSeries curve = Objects.requireNonNull(curves.get(part));
        if (newPoint || curve.size() == 0) {
            curve.append(step, mean);
        } else {
            curve.replaceLast(step, mean);
        }
    }

    private void makeRoom() {
        if (Objects.requireNonNull(curves.get(LossPart.TOTAL)).size() >= MOST) {
            curves.values().forEach(ChartSeries::halve);
            roundsPerPoint *= 2;
        }
    }
}
