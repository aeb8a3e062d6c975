package org.dwastudio.sweep.analysis;

import java.util.List;
import org.dwastudio.sweep.Trial;

/**
 * Trial as a line over parallel axes.
 *
 * @param trial the trial
 * @param places places on the axes, in their order, 0 to 1; the last one is that of the score
 */
public record ParallelLine(Trial trial, List<Double> places) {
    public ParallelLine {
        places = List.copyOf(places);
    }

    /** Returns the place of the score, 0 for the lowest to 1 for the highest one. */
    public double score() {
        return places.get(places.size() - 1);
    }
}
