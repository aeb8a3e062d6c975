package org.dwastudio.stage;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Estimated time, memory and disk space of a stage, before it starts.
 *
 * @param steps steps of the stage that are still to be made
 * @param secondsPerStep seconds per step, just measured on this machine
 * @param memoryBytes peak memory of the program while the stage runs
 * @param diskBytes bytes that the stage leaves on disk
 * @param availableBytes memory available to the program now; empty if the device does not report it
 * @param fittingBatchSize largest batch size that fits, if the requested one does not
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

    /** Returns true if the memory is sufficient, as far as is known. */
    public boolean fits() {
        return fittingBatchSize.isEmpty();
    }
}
