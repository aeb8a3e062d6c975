package org.dwastudio.queue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** State of a queued stage. A stage that ended successfully leaves the queue. */
public enum QueueState {
    WAITING,
    RUNNING,
    /** Failed, or not started because something is missing; stays until it is queued again or removed. */
    FAILED,
    /** Stopped by the user; stays until it is queued again or removed. */
    STOPPED;

    /** Returns the name in the file of the queue. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the state with a name; empty if there is none. */
    static Optional<QueueState> of(String key) {
        return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    /** Returns true if the stage is over without a result. */
    public boolean isEnded() {
        return this == FAILED || this == STOPPED;
    }
}
