package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.dwastudio.nn.Network;

/**
 * Scores of images by a teacher: the cross-entropy at their class, in nats; the surer the teacher, the lower. Computed in
 * float64 from the logits, so that images with a probability that float32 rounds to 1 still have an order.
 *
 * @param teacher the unadjusted teacher
 */
record CandidateScores(Network teacher) {
    private static final int CLASS_AXIS = 1;

    /**
     * Returns the cross-entropy of every image.
     *
     * @param images [N, C, H, W], normalized, in the number format of the teacher
     * @param label class of all images
     */
    double[] of(NDArray images, int label) {
        try (NDManager scope = images.getManager().newSubManager()) {
            NDArray logits = teacher.logits(images);
            logits.attach(scope);
            NDArray exact = logits.toType(DataType.FLOAT64, true);
            return exact.logSoftmax(CLASS_AXIS).get(":, {}", label).neg().toDoubleArray();
        }
    }
}
