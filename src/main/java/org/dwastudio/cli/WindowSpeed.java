package org.dwastudio.cli;

import java.io.PrintWriter;

/** Measures what the open window costs; the command line itself opens none. */
@FunctionalInterface
public interface WindowSpeed {

    /**
     * Measures and prints.
     *
     * @param seconds for about how long
     * @throws Exception when no window can be opened or a run fails
     */
    void measure(double seconds, PrintWriter out) throws Exception;
}
