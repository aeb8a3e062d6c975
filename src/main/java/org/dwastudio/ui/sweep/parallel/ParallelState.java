package org.dwastudio.ui.sweep.parallel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.sweep.analysis.ParallelCoordinates;

/**
 * Content of a plot of parallel coordinates, apart from hover and brushes.
 *
 * @param coordinates axes and lines
 * @param names names of the axes, in their order
 * @param scores labels of the axis of the scores from its lower end, at equal distances; at least two
 * @param trials descriptions of the trials by their keys
 */
public record ParallelState(
        ParallelCoordinates coordinates, List<String> names, List<String> scores, Map<String, String> trials) {
    public ParallelState {
        names = List.copyOf(names);
        scores = List.copyOf(scores);
        trials = Map.copyOf(trials);
    }

    /** Returns the key of an axis. */
    String key(int axis) {
        return coordinates.axes().get(axis).key();
    }

    /** Returns the number of axes; 0 while there is nothing to draw. */
    static int axes(Optional<ParallelState> state) {
        return state.map(now -> now.coordinates().axes().size()).orElse(0);
    }
}
