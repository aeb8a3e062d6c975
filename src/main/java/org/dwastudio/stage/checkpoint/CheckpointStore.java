package org.dwastudio.stage.checkpoint;

import java.io.IOException;
import java.util.Optional;

/**
 * Checkpoints of one run. Their folder exists from the start of the run until its end, so that it marks an unfinished
 * run.
 *
 * @param <C> content of a checkpoint
 */
public interface CheckpointStore<C> {
    /** Creates the folder. */
    void begin() throws IOException;

    /** Returns whether the folder exists. */
    boolean exists();

    /**
     * Returns the newest intact checkpoint, or nothing if none was written.
     *
     * @throws org.dwastudio.stage.StageException if there are checkpoints but all are broken
     * @throws IOException if the folder cannot be read, or a newer version of this program wrote them
     */
    Optional<CheckpointFolder.Found<C>> newest() throws IOException;

    /** Deletes the folder with all checkpoints. */
    void delete() throws IOException;
}
