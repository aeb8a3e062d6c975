package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dwastudio.stage.evaluation.result.StudentTask;

/** Checkpoints that allow a killed evaluation to resume in the middle of a student. */
public interface StudentCheckpoints {

    /**
     * Returns the latest checkpoint of a student.
     *
     * @throws org.dwastudio.stage.StageException when the checkpoint is broken
     */
    Optional<StudentCheckpoint> newest(StudentTask task) throws IOException;

    /** Returns true when enough time has passed since the last checkpoint. */
    boolean isDue();

    /** Writes a checkpoint of each of the students that train at the same time, and deletes their older ones. */
    void keep(Map<StudentTask, Supplier<StudentCheckpoint>> checkpoints) throws IOException;
}
