package org.dwastudio.stage.checkpoint;

import org.dwastudio.stage.StageException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Content of a checkpoint that is intact but may belong to other settings, or may have been made by somebody else. */
public final class CheckpointContent {
    private CheckpointContent() {}

    /**
     * Restores a state.
     *
     * @param stage name of the stage in messages
     * @param restoring takes the values of the checkpoint over
     * @throws StageException if these do not fit, with a message for the user
     */
    public static void restore(String stage, Runnable restoring) {
        try {
            restoring.run();
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ArithmeticException e) {
            throw new StageException(Message.of("stage.unfitCheckpoint", stage, FailureCause.reason(e)));
        }
    }
}
