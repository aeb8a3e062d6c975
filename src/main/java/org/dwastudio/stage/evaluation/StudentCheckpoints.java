package org.dwastudio.stage.evaluation;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.dwastudio.stage.evaluation.result.StudentTask;

/** Lets an evaluation that was ended by force go on in the middle of a student. */
public interface StudentCheckpoints {

    /**
     * Where a student was when it was last kept.
     *
     * @throws org.dwastudio.stage.StageException when what was kept is broken, in words
     */
    Optional<StudentCheckpoint> newest(StudentTask task) throws IOException;

    /** Whether enough time has gone by since the last one. */
    boolean isDue();

    /** Keeps one, and lets go of older ones. */
    void keep(StudentTask task, Supplier<StudentCheckpoint> checkpoint) throws IOException;
}
