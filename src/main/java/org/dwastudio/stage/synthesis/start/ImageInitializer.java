package org.dwastudio.stage.synthesis.start;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/** Initialization of the images that a batch starts from. */
public interface ImageInitializer {

    /**
     * The start images of a batch, the same at every call.
     *
     * @param manager owns the result
     * @param type FLOAT32 or FLOAT64
     * @return [N, C, H, W], normalized, one image of each class of the batch
     */
    NDArray images(ClassBatch batch, NDManager manager, DataType type);
}
