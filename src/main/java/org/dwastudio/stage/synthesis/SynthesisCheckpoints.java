package org.dwastudio.stage.synthesis;

import java.io.IOException;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;

/** Keeps the checkpoints of a synthesis. Called on the engine thread between two steps. */
public interface SynthesisCheckpoints {

    /** Keeps nothing. */
    SynthesisCheckpoints NONE = new SynthesisCheckpoints() {
        @Override
        public boolean isDue(boolean columnEnded) {
            return false;
        }

        @Override
        public void keep(SynthesisCheckpoint checkpoint) {
            // Nobody wants to go on from it.
        }
    };

    /**
     * Whether it is time for one.
     *
     * @param columnEnded whether the step before was the last of its column
     */
    boolean isDue(boolean columnEnded);

    /**
     * Keeps one.
     *
     * @throws IOException when it cannot be kept, in words; the synthesis ends then
     */
    void keep(SynthesisCheckpoint checkpoint) throws IOException;
}
