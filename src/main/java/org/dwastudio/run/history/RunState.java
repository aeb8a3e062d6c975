package org.dwastudio.run.history;

import java.io.IOException;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;

/** State of a run in the history. */
public enum RunState {
    RUNNING,
    FINISHED,
    /** Stopped by the user. */
    STOPPED,
    /** Failed; the log of the run states the reason. */
    FAILED,
    /** Its process was killed: the run can be resumed. */
    INTERRUPTED,
    /** The folder cannot be read completely. */
    DAMAGED;

    /**
     * Reads the state of a run from its lock and its log.
     *
     * @param own true if this process is writing to the folder: its lock must not be checked then
     */
    public static RunState of(RunDirectory directory, boolean own) throws IOException {
        if (own || RunDirectoryLock.isHeld(directory)) {
            return RUNNING;
        }
        return switch (directory.end()) {
            case FINISHED -> FINISHED;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
            case NONE -> INTERRUPTED;
        };
    }
}
