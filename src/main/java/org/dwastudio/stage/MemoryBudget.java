package org.dwastudio.stage;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The memory of the device that stages share. Every estimate adds the same base to a stage's own tensors.
 *
 * @param baseBytes held by the program besides a stage's own tensors: on a GPU the CUDA context, on the CPU the virtual
 *     machine with libraries and data
 * @param availableBytes what the program holds already and what is still free; empty when the device does not report it
 */
public record MemoryBudget(long baseBytes, OptionalLong availableBytes) {

    /** Returns the most memory that the program holds while a stage with these bytes of its own runs. */
    public long total(long stageBytes) {
        return baseBytes + stageBytes;
    }

    /** Returns the bytes that a stage can have for itself; unlimited when the device does not report its memory. */
    public long room() {
        return availableBytes.orElse(Long.MAX_VALUE) - baseBytes;
    }

    /** Returns whether a stage with these bytes of its own fits. */
    public boolean fits(long stageBytes) {
        return stageBytes <= room();
    }

    /**
     * Returns the largest batch size that fits, or nothing when the wanted one does.
     *
     * @param fixedBytes of the stage, independent of the batch
     * @param bytesPerImage of the batch
     */
    public OptionalInt fittingBatchSize(int wanted, long fixedBytes, long bytesPerImage) {
        return fits(fixedBytes + wanted * bytesPerImage)
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.max(0, (room() - fixedBytes) / bytesPerImage));
    }
}
