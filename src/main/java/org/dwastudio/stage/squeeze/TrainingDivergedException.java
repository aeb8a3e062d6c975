package org.dwastudio.stage.squeeze;

import org.dwastudio.stage.StageException;
import org.dwastudio.text.Message;

/** Failure of a training whose loss is no longer a number; the message states where and what to change. */
public final class TrainingDivergedException extends StageException {
    private static final long serialVersionUID = 1L;

    TrainingDivergedException(int epoch, double loss) {
        super(Message.of("squeeze.diverged", loss, epoch + 1));
    }
}
