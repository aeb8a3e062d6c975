package org.dwastudio.stage.squeeze;

import java.io.IOException;

/** Keeps the checkpoints of a training. Called on the engine thread: at the start, and after every epoch. */
@FunctionalInterface
public interface CheckpointSink {

    /** Keeps nothing. */
    CheckpointSink NONE = checkpoint -> {};

    /**
     * Keeps one.
     *
     * @throws IOException when it cannot be kept, in words; the training ends then
     */
    void keep(TrainingCheckpoint checkpoint) throws IOException;
}
