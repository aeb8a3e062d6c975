package org.dwastudio.stage.squeeze;

import org.dwastudio.train.TrainingFootprint;

/**
 * Memory and disk space that a training needs in addition to the program.
 *
 * @param footprint of the network
 * @param shared whether tensors and program share one memory, as they do without a GPU
 */
public record TrainingMemory(TrainingFootprint footprint, boolean shared) {
    private static final int CHECKPOINTS_ON_DISK = 3;
    private static final long GROWTH = 64_000_000;

    /** Returns the peak memory in bytes. */
    public long bytes(int batchSize) {
        return fixed() + batchSize * footprint.bytesPerImage(shared);
    }

    /** Returns the peak disk space in bytes: two checkpoints and the one that is being written, and the teachers. */
    public long diskBytes() {
        return CHECKPOINTS_ON_DISK * (2 * stateBytes() + footprint.parameterBytes()) + 2 * stateBytes();
    }

    private long fixed() {
        // The weights, their gradients, velocities and the update.
        long tensors = stateBytes() + 3 * footprint.parameterBytes();
        // The newest two checkpoints, the best epoch's weights, and what the virtual machine grows by.
        return shared ? tensors + 2 * (stateBytes() + footprint.parameterBytes()) + stateBytes() + GROWTH : tensors;
    }

    private long stateBytes() {
        return footprint.pass().weightBytes();
    }
}
