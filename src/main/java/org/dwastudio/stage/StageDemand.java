package org.dwastudio.stage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;
import org.dwastudio.data.DatasetNote;

/**
 * Time, memory and disk space that the rest of a stage needs, without the memory that the program holds anyway.
 *
 * @param steps steps that are still to be made
 * @param secondsPerStep seconds per step, just measured on this machine
 * @param batchSize images that are processed together
 * @param smallestBatch smallest batch size with which the stage works
 * @param memory peak of the stage's own bytes for a batch size; a larger batch never needs less
 * @param diskBytes bytes that the stage adds on disk
 * @param notes warnings about the stage that are known before it starts
 */
public record StageDemand(
        long steps,
        double secondsPerStep,
        int batchSize,
        int smallestBatch,
        IntToLongFunction memory,
        long diskBytes,
        List<DatasetNote> notes) {
    public StageDemand {
        notes = List.copyOf(notes);
    }

    /** Creates a demand without warnings. */
    public StageDemand(
            long steps,
            double secondsPerStep,
            int batchSize,
            int smallestBatch,
            IntToLongFunction memory,
            long diskBytes) {
        this(steps, secondsPerStep, batchSize, smallestBatch, memory, diskBytes, List.of());
    }

    /** Returns this demand with a warning, if there is one. */
    public StageDemand withNote(Optional<DatasetNote> note) {
        return new StageDemand(
                steps,
                secondsPerStep,
                batchSize,
                smallestBatch,
                memory,
                diskBytes,
                note.stream().toList());
    }

    /** Returns the estimate for a device. All stages are compared with its memory in the same way. */
    public StageEstimate within(MemoryBudget budget) {
        long bytes = memory.applyAsLong(batchSize);
        return new StageEstimate(
                steps,
                secondsPerStep,
                budget.total(bytes),
                diskBytes,
                budget.availableBytes(),
                budget.fits(bytes) ? OptionalInt.empty() : OptionalInt.of(fittingBatchSize(budget)),
                notes);
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
