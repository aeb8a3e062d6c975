package org.dwastudio.ui.comparison;

import java.util.List;
import java.util.TreeSet;

/**
 * Line on which all runs have a place: iterations if all runs have as many, or else percent of the iterations of each.
 *
 * @param end iterations, or 100
 * @param percent true if the line counts percent
 * @param stops places of snapshots of any run, ascending
 */
record ComparisonLine(double end, boolean percent, List<Double> stops) {
    static final ComparisonLine NONE = new ComparisonLine(0, false, List.of());

    private static final double PERCENT = 100;

    ComparisonLine {
        stops = List.copyOf(stops);
    }

    /** Returns the line of some runs. Runs without snapshots have none of its stops. */
    static ComparisonLine of(List<KeptIterations> runs) {
        List<KeptIterations> kept =
                runs.stream().filter(KeptIterations::hasSnapshots).toList();
        if (kept.isEmpty()) {
            return NONE;
        }
        boolean percent = kept.stream().map(KeptIterations::length).distinct().count() > 1;
        double end = percent ? PERCENT : kept.get(0).length();
        TreeSet<Double> stops = new TreeSet<>();
        for (KeptIterations run : kept) {
            run.snapshots().forEach(iteration -> stops.add(end * iteration / run.length()));
        }
        return new ComparisonLine(end, percent, List.copyOf(stops));
    }

    /** Returns the iteration of a run at a place. */
    int iterationOf(KeptIterations run, double place) {
        return (int) Math.round(percent ? place * run.length() / PERCENT : place);
    }

    /** Returns the index of the stop nearest to a place; −1 without stops. */
    int nearestTo(double place) {
        int nearest = -1;
        for (int i = 0; i < stops.size(); i++) {
            if (nearest < 0 || Math.abs(stops.get(i) - place) < Math.abs(stops.get(nearest) - place)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
