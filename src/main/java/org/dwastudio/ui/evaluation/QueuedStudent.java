package org.dwastudio.ui.evaluation;

import java.util.OptionalDouble;

/**
 * A student and how far it is.
 *
 * @param number which of its kind, from 0
 * @param accuracy top-1 after its last step, 0 to 1; empty before, and until it is read
 * @param epoch current epoch, from 1; 0 if the student is not training
 */
public record QueuedStudent(StudentKind kind, int number, State state, OptionalDouble accuracy, int epoch) {
    /** State of the training of the student. */
    public enum State {
        WAITING,
        RUNNING,
        DONE
    }
}
