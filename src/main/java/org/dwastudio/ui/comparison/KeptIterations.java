package org.dwastudio.ui.comparison;

import java.util.List;

/**
 * Iterations of a run that have images.
 *
 * @param length iterations of a column
 * @param snapshots iterations with snapshots, ascending; empty if only the last images exist
 */
record KeptIterations(int length, List<Integer> snapshots) {
    KeptIterations {
        snapshots = List.copyOf(snapshots);
    }

    boolean hasSnapshots() {
        return !snapshots.isEmpty();
    }
}
