package org.dwastudio.run.snapshot;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Iterations at which the images of a column are kept: 0, 1, 2, 4, 8, …, every fiftieth of all iterations, and the last
 * one; thinned evenly to a largest number. The schedule depends on nothing but its two numbers, so that a resumed run
 * keeps the same snapshots.
 */
public final class SnapshotSchedule {
    private static final int PARTS = 50;

    private final int[] due;

    private SnapshotSchedule(int[] due) {
        this.due = due;
    }

    /**
     * Returns the schedule of a batch.
     *
     * @param iterations iterations of the batch, 0 or more
     * @param most largest number of snapshots; 0 or less keeps none
     */
    public static SnapshotSchedule of(int iterations, int most) {
        int[] all = all(iterations);
        if (most <= 0) {
            return new SnapshotSchedule(new int[0]);
        }
        if (all.length <= most) {
            return new SnapshotSchedule(all);
        }
        if (most == 1) {
            return new SnapshotSchedule(new int[] {iterations});
        }
        return new SnapshotSchedule(IntStream.range(0, most)
                .map(i -> all[(int) Math.round(i * (all.length - 1) / (most - 1.0))])
                .toArray());
    }

    private static int[] all(int iterations) {
        int part = Math.max(1, (iterations + PARTS - 1) / PARTS);
        return IntStream.rangeClosed(0, iterations)
                .filter(i -> Integer.bitCount(i) <= 1 || i % part == 0 || i == iterations)
                .toArray();
    }

    /** Returns whether the images are kept after a number of pixel steps. */
    public boolean isDue(int iteration) {
        return Arrays.binarySearch(due, iteration) >= 0;
    }

    /** Returns the number of snapshots. */
    public int size() {
        return due.length;
    }
}
