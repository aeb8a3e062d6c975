package org.dwastudio.stage.squeeze;

import org.dwastudio.data.preprocess.PrefetchPolicy;

/**
 * The memory and disk that a training takes, beside what the program holds already.
 *
 * @param stateBytes of all tensors of the network
 * @param parameterBytes of those that are trained
 * @param activationBytes of all that the network's operators compute from one image
 * @param task what is trained
 * @param shared whether tensors and program share one memory, as they do without a GPU
 */
public record TrainingMemory(
        long stateBytes, long parameterBytes, long activationBytes, TrainingTask task, boolean shared) {
    private static final int BYTES_OF_A_DOUBLE = 8;
    private static final int BYTES_OF_A_FLOAT = 4;
    private static final int CHECKPOINTS_ON_DISK = 3;
    private static final long GROWTH = 64_000_000;
    // What autograd keeps, the gradients on their way back, what convolutions reorder, and gaps between all of these:
    // peaks that were measured for ResNet-18 and ConvNet of several widths at 28 to 224 pixels lie 0 to 26 % below.
    private static final double OVERHEAD = 2.7;

    /** Bytes of a training with batches of a size. */
    public long bytes(int batchSize) {
        return fixed() + batchSize * perImage();
    }

    /** The largest batch size that keeps to so many bytes; 0 when not even the smallest does. */
    public int largestBatch(long bytes) {
        long images = (bytes - fixed()) / perImage();
        return images < 2 ? 0 : (int) Math.min(images, task.config().batchSize());
    }

    /** The most that is on disk at a time: two checkpoints and the one that is being written, and the teachers. */
    public long diskBytes() {
        return CHECKPOINTS_ON_DISK * (2 * stateBytes + parameterBytes) + 2 * stateBytes;
    }

    private long fixed() {
        // The weights, their gradients, velocities and the update.
        long tensors = stateBytes + 3 * parameterBytes;
        // The newest two checkpoints, the best epoch's weights, and what the virtual machine grows by.
        return shared ? tensors + 2 * (stateBytes + parameterBytes) + stateBytes + GROWTH : tensors;
    }

    private long perImage() {
        long pixels = (long) task.dataset().channels()
                * task.dataset().imageSize()
                * task.dataset().imageSize();
        long tensors = Math.round(OVERHEAD * activationBytes) + BYTES_OF_A_FLOAT * pixels;
        long java = (PrefetchPolicy.ofThisMachine().ahead() + BYTES_OF_A_DOUBLE + BYTES_OF_A_FLOAT) * pixels;
        return shared ? tensors + java : tensors;
    }
}
