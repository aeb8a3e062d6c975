package org.dwastudio.ui.realimage;

/**
 * Waits between questions about features during a run, in proportion to the time that an answer took, so that answers
 * take at most one percent of the time of a run: between two seconds and one minute.
 */
final class FeaturePace {
    private static final long SHORTEST_NANOS = 2_000_000_000L;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final long ANSWER_MULTIPLE = 100;

    private boolean begun;
    private long askedNanos;
    private long waitNanos = SHORTEST_NANOS;

    /**
     * Returns true if the next question may be asked.
     *
     * @param nowNanos a monotonic time
     */
    boolean isDue(long nowNanos) {
        return !begun || nowNanos - askedNanos >= waitNanos;
    }

    /** Notes that a question is asked now. */
    void asked(long nowNanos) {
        begun = true;
        askedNanos = nowNanos;
        waitNanos = SHORTEST_NANOS;
    }

    /** Notes that the last question is answered now. */
    void answered(long nowNanos) {
        long answer = ANSWER_MULTIPLE * (nowNanos - askedNanos);
        waitNanos = Math.min(LONGEST_NANOS, Math.max(SHORTEST_NANOS, answer));
    }
}
