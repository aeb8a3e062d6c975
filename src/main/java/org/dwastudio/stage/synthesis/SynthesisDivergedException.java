package org.dwastudio.stage.synthesis;

import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.stage.StageException;
import org.dwastudio.text.Message;

/** The loss of a synthesis, or its gradient, is no longer a number. */
public final class SynthesisDivergedException extends StageException {
    private static final long serialVersionUID = 1L;

    private SynthesisDivergedException(Message message) {
        super(message);
    }

    static SynthesisDivergedException loss(int column, int iteration, Precision precision) {
        return new SynthesisDivergedException(Message.of(
                precision == Precision.HALF ? "synthesis.divergedInHalf" : "synthesis.diverged", column, iteration));
    }

    /** Half precision alone, whose steps were left out one after the other. */
    static SynthesisDivergedException gradient(int column, int iteration) {
        return new SynthesisDivergedException(Message.of("synthesis.gradient", column, iteration));
    }
}
