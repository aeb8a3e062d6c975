package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.stage.evaluation.result.StudentTask;

/** Access to the checkpoints of an evaluation for tests of other packages. */
public final class StudentCheckpointAccess {
    private StudentCheckpointAccess() {}

    /** Reads the newest checkpoint of a student. */
    public static void read(Path evaluation, StudentTask task) throws IOException {
        new StudentCheckpointFiles(evaluation, null).newest(task);
    }
}
