package org.dwastudio.stage.squeeze;

import org.dwastudio.stage.StageException;

/** The training loss is no longer a number; the message says where and what to change. */
public final class TrainingDivergedException extends StageException {
    private static final long serialVersionUID = 1L;

    TrainingDivergedException(int epoch, double loss) {
        super("The training loss became " + loss + " in epoch " + (epoch + 1)
                + ". Please lower squeeze.learningRate, or raise squeeze.batchSize.");
    }
}
