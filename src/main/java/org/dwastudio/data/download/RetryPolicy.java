package org.dwastudio.data.download;

import java.time.Duration;

/**
 * Timeouts and retry limits of a download.
 *
 * @param connect timeout for connecting to a server
 * @param stall longest time without any received data, after which the connection is abandoned
 * @param attempts maximum number of consecutive attempts without sufficient progress, at least 1
 * @param pause delay before the second attempt; doubled before each further one, up to 64 times the first delay
 */
public record RetryPolicy(Duration connect, Duration stall, int attempts, Duration pause) {
    /** Default policy for the publishers' servers, some of which are slow. */
    public static final RetryPolicy USUAL =
            new RetryPolicy(Duration.ofSeconds(20), Duration.ofSeconds(60), 4, Duration.ofSeconds(1));

    /** Returns the delay before an attempt, counted from 0. */
    Duration before(int attempt) {
        return attempt == 0 ? Duration.ZERO : pause.multipliedBy(1L << Math.min(attempt - 1, 6));
    }
}
