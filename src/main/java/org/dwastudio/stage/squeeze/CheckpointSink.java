package org.dwastudio.stage.squeeze;

import java.io.IOException;

/** Store of the checkpoints of a training. Called on the engine thread: at the start, and after every epoch. */
@FunctionalInterface
public interface CheckpointSink {

    /** Keeps nothing. */
    CheckpointSink NONE = checkpoint -> {};

    /**
     * Keeps one.
     *
     * @throws IOException if it cannot be kept; the training ends then
     */
    void keep(TrainingCheckpoint checkpoint) throws IOException;
}
