package org.dwastudio.stage.synthesis;

import java.io.IOException;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;

/** Writer of the checkpoints of a synthesis. Called on the engine thread between two steps. */
public interface SynthesisCheckpoints {

    /** Implementation that saves nothing. */
    SynthesisCheckpoints NONE = new SynthesisCheckpoints() {
        @Override
        public boolean isDue(boolean columnEnded) {
            return false;
        }

        @Override
        public void keep(SynthesisCheckpoint checkpoint) {
            // Checkpoints are disabled.
        }
    };

    /**
     * Returns whether a checkpoint is due.
     *
     * @param columnEnded whether the previous step was the last of its column
     */
    boolean isDue(boolean columnEnded);

    /**
     * Saves a checkpoint.
     *
     * @throws IOException if it cannot be saved; the synthesis then ends
     */
    void keep(SynthesisCheckpoint checkpoint) throws IOException;
}
