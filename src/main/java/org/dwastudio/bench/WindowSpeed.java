package org.dwastudio.bench;

import java.util.List;

/** Measurement of the cost of the open window; the command line itself opens none. */
@FunctionalInterface
public interface WindowSpeed {

    /**
     * Speed of a run.
     *
     * @param stepsPerSecond iterations a second
     * @param otherThreads processor time of all Java threads except those of the run, as a share of all processors, 0
     *     to 1
     */
    record Pace(double stepsPerSecond, double otherThreads) {}

    /**
     * Medians over runs of three kinds.
     *
     * @param without the window
     * @param with the window
     * @param embedding the window with the map of features and the table of classes
     * @param runs of each kind
     * @param scrubbing frames while the time line is moved
     */
    record Speeds(Pace without, Pace with, Pace embedding, int runs, List<Frames> scrubbing) {
        public Speeds {
            scrubbing = List.copyOf(scrubbing);
        }
    }

    /**
     * Frames while the time line is moved at every frame.
     *
     * @param images number of images in the grid
     * @param perSecond frames per second that showed other images
     * @param longestMillis longest time between two frames, in milliseconds
     */
    record Frames(int images, double perSecond, double longestMillis) {}

    /**
     * Measures for about so many seconds.
     *
     * @throws Exception when no window can be opened or a run fails
     */
    Speeds measure(double seconds) throws Exception;
}
