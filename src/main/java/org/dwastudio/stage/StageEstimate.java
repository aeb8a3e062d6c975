package org.dwastudio.stage;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dwastudio.data.DatasetNote;

/**
 * Estimated time, memory and disk space of a stage, before it starts.
 *
 * @param steps steps of the stage that are still to be made
 * @param secondsPerStep seconds per step, just measured on this machine
 * @param memoryBytes peak memory of the program while the stage runs
 * @param diskBytes bytes that the stage leaves on disk
 * @param availableBytes memory available to the program now; empty if the device does not report it
 * @param fittingBatchSize largest batch size that fits, if the requested one does not
 * @param notes warnings about the stage that are known before it starts
 */
public record StageEstimate(
        long steps,
        double secondsPerStep,
        long memoryBytes,
        long diskBytes,
        OptionalLong availableBytes,
        OptionalInt fittingBatchSize,
        List<DatasetNote> notes) {
    public StageEstimate {
        notes = List.copyOf(notes);
    }

    /** Creates an estimate without warnings. */
    public StageEstimate(
            long steps,
            double secondsPerStep,
            long memoryBytes,
            long diskBytes,
            OptionalLong availableBytes,
            OptionalInt fittingBatchSize) {
        this(steps, secondsPerStep, memoryBytes, diskBytes, availableBytes, fittingBatchSize, List.of());
    }

    public double seconds() {
        return steps * secondsPerStep;
    }

    /** Returns true if the memory is sufficient, as far as is known. */
    public boolean fits() {
        return fittingBatchSize.isEmpty();
    }
}
