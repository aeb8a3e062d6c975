package org.dwastudio.stage.inspection;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.teacher.Teacher;

/** Penultimate features of images under an unadjusted teacher, computed on the engine thread. */
public final class TeacherFeatures {
    static final String CANCELLED = "The inspection was stopped.";

    private final Network network;
    private final Normalization normalization;
    private final NDManager manager;

    /**
     * Creates the computation.
     *
     * @param teacher in float32 or float64
     * @param manager parent of one manager per batch
     */
    public TeacherFeatures(Teacher teacher, NDManager manager) {
        network = teacher.network();
        normalization = teacher.metadata().normalization();
        this.manager = manager;
    }

    /** Returns the features of one batch, [N, F]. */
    public float[] of(ImageBatch images) {
        try (NDManager scope = manager.newSubManager()) {
            return network.features(normalization.toTensor(scope, images, network.dataType()))
                    .toType(DataType.FLOAT32, false)
                    .toFloatArray();
        }
    }
}
