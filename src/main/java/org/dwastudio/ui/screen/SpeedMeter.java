package org.dwastudio.ui.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Steps per second over the last few seconds. */
public final class SpeedMeter {
    private record Mark(long step, long nanos) {}

    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final long LEAST_NANOS = 300_000_000L;

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Discards earlier marks, as after a pause. */
    public void restart() {
        marks.clear();
    }

    /** Records the number of steps at a time. */
    public void mark(long step, long nanos) {
        if (!marks.isEmpty()
                && (marks.getLast().step() >= step || marks.getLast().nanos() == nanos)) {
            return;
        }
        marks.addLast(new Mark(step, nanos));
        while (marks.size() > 2 && nanos - marks.getFirst().nanos() > WINDOW_NANOS) {
            marks.removeFirst();
        }
    }

    /** Returns the speed; empty until there are enough marks. */
    public OptionalDouble stepsPerSecond() {
        if (marks.size() < 2 || marks.getLast().nanos() - marks.getFirst().nanos() < LEAST_NANOS) {
            return OptionalDouble.empty();
        }
        long steps = marks.getLast().step() - marks.getFirst().step();
        return OptionalDouble.of(
                1e9 * steps / (marks.getLast().nanos() - marks.getFirst().nanos()));
    }
}
