package org.dwastudio.stage.synthesis;

import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.stage.StageException;

/** The loss of a synthesis, or its gradient, is no longer a number. */
public final class SynthesisDivergedException extends StageException {
    private static final long serialVersionUID = 1L;

    private SynthesisDivergedException(String message) {
        super(message);
    }

    static SynthesisDivergedException loss(int column, int iteration, Precision precision) {
        String remedy = precision == Precision.HALF
                ? "choose precision float32 (half has no number above 65504), lower"
                : "lower";
        return new SynthesisDivergedException("The loss is no longer a number in column " + column + ", iteration "
                + iteration + ". Please " + remedy
                + " the learning rate or the batch-norm weights, or check the teacher's weights.");
    }

    /** Half precision alone, whose steps were left out one after the other. */
    static SynthesisDivergedException gradient(int column, int iteration) {
        return new SynthesisDivergedException("The gradient does not fit into half precision in column " + column
                + ", iteration " + iteration + ", even with a loss scale of 1. Please choose precision"
                + " float32, or lower the batch-norm weights.");
    }
}
