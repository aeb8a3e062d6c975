package org.dwastudio.stage;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a stage would take, before it starts.
 *
 * @param steps steps of the whole stage
 * @param secondsPerStep measured on this machine a moment ago
 * @param memoryBytes most memory held by the program while it runs
 * @param diskBytes what it would leave on disk
 * @param availableBytes memory that the device could give now; empty when it cannot be asked
 * @param fittingBatchSize the largest batch size that would fit, when the one asked for does not
 */
public record StageEstimate(
        long steps,
        double secondsPerStep,
        long memoryBytes,
        long diskBytes,
        OptionalLong availableBytes,
        OptionalInt fittingBatchSize) {

    public double seconds() {
        return steps * secondsPerStep;
    }

    /** Whether the memory would do, as far as is known. */
    public boolean fits() {
        return fittingBatchSize.isEmpty();
    }
}
