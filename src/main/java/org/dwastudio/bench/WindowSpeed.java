package org.dwastudio.bench;

/** Measurement of the cost of the open window; the command line itself opens none. */
@FunctionalInterface
public interface WindowSpeed {

    /**
     * Medians, in iterations a second.
     *
     * @param without the window
     * @param with the window
     * @param runs of each kind
     */
    record Speeds(double without, double with, int runs) {}

    /**
     * Measures for about so many seconds.
     *
     * @throws Exception when no window can be opened or a run fails
     */
    Speeds measure(double seconds) throws Exception;
}
