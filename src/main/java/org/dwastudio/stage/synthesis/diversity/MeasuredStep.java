package org.dwastudio.stage.synthesis.diversity;

import java.util.Optional;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/**
 * Features computed after a step.
 *
 * @param step the step
 * @param grid features of its images; empty if they are not due
 * @param real features of the real images measured with it, if there were any
 */
public record MeasuredStep(FollowedStep step, Optional<Features> grid, Optional<Features> real) {
    /**
     * Penultimate features of a batch.
     *
     * @param batch the batch
     * @param values [batch size, F], row by row
     */
    @SuppressWarnings("ArrayRecordComponent") // Stored once; never compared.
    public record Features(ClassBatch batch, float[] values) {}
}
