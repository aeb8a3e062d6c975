package org.dwastudio.stage;

import java.util.OptionalLong;

/**
 * The memory of the device that stages share. Every estimate adds the same base to the stage's own
 * tensors, see {@link StageDemand#within}.
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
}
