package org.dwastudio.pipeline.synthesis;

import org.dwastudio.pipeline.StageException;

/** The loss of a synthesis is no longer a number. */
public final class SynthesisDivergedException extends StageException {
    private static final long serialVersionUID = 1L;

    SynthesisDivergedException(int column, int iteration) {
        super("The loss is no longer a number in column " + column + ", iteration " + iteration
                + ". Please lower the learning rate or the batch-norm weights, or check the teacher's weights.");
    }
}
