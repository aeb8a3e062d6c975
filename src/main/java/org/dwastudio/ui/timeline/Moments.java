package org.dwastudio.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;

/**
 * Content of a file of snapshots.
 *
 * @param folder folder of the run
 * @param snapshots number of snapshots
 * @param iterations iterations that have snapshots, ascending
 * @param images images of the requested iteration; empty if none was requested
 */
public record Moments(Path folder, int snapshots, List<Integer> iterations, Map<ColumnSlice, ColumnImages> images) {
    static final Moments NONE = none(Path.of(""));

    public Moments {
        iterations = List.copyOf(iterations);
        images = Map.copyOf(images);
    }

    static Moments none(Path folder) {
        return new Moments(folder, 0, List.of(), Map.of());
    }

    /** Returns the same without the images, which may take much memory. */
    Moments withoutImages() {
        return new Moments(folder, snapshots, iterations, Map.of());
    }

    /** Returns the place in {@link #iterations} that is nearest to an iteration; -1 if there are none. */
    int nearestTo(double iteration) {
        int nearest = -1;
        for (int i = 0; i < iterations.size(); i++) {
            if (nearest < 0
                    || Math.abs(iterations.get(i) - iteration) < Math.abs(iterations.get(nearest) - iteration)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
