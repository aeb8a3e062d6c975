package org.dwastudio.stage;

import java.util.OptionalInt;
import java.util.function.IntToLongFunction;

/**
 * Time, memory and disk space that the rest of a stage needs, without the memory that the program holds anyway.
 *
 * @param steps steps that are still to be made
 * @param secondsPerStep seconds per step, just measured on this machine
 * @param batchSize images that are processed together
 * @param smallestBatch smallest batch size with which the stage works
 * @param memory peak of the stage's own bytes for a batch size; a larger batch never needs less
 * @param diskBytes bytes that the stage adds on disk
 */
public record StageDemand(
        long steps, double secondsPerStep, int batchSize, int smallestBatch, IntToLongFunction memory, long diskBytes) {
    /** Returns the estimate for a device. All stages are compared with its memory in the same way. */
    public StageEstimate within(MemoryBudget budget) {
        long bytes = memory.applyAsLong(batchSize);
        return new StageEstimate(
                steps,
                secondsPerStep,
                budget.total(bytes),
                diskBytes,
                budget.availableBytes(),
                budget.fits(bytes) ? OptionalInt.empty() : OptionalInt.of(fittingBatchSize(budget)));
    }

    /** Returns the largest batch size that fits; 0 if not even the smallest does. */
    private int fittingBatchSize(MemoryBudget budget) {
        int fitting = batchSize - 1;
        while (fitting >= smallestBatch && !budget.fits(memory.applyAsLong(fitting))) {
            fitting--;
        }
        return fitting < smallestBatch ? 0 : fitting;
    }
}
