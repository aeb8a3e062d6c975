package org.dwastudio.data.download;

import java.time.Duration;

/**
 * How long a download waits, and how often it tries again.
 *
 * @param connect until a server answers at all
 * @param stall without a single byte, until the connection is given up
 * @param attempts in a row that bring nothing, at least 1
 * @param pause before the second attempt; doubled before each further one
 */
public record RetryPolicy(Duration connect, Duration stall, int attempts, Duration pause) {
    /** For the publishers' servers, of which some are slow. */
    public static final RetryPolicy USUAL =
            new RetryPolicy(Duration.ofSeconds(20), Duration.ofSeconds(60), 4, Duration.ofSeconds(1));

    /** Before which attempt, counted from 0, one waits how long. */
    Duration before(int attempt) {
        return attempt == 0 ? Duration.ZERO : pause.multipliedBy(1L << Math.min(attempt - 1, 6));
    }
}
