package org.dwastudio.train.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.weights.StoredTensor;

/**
 * Images of one step, cut and flipped, boxes pasted.
 *
 * @param pictures the images
 * @param labels the class of each
 * @param views how they came about
 * @param answers the teacher's logits [N, classes] on these very views, where they were stored
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
public record StudentBatch(ImageBatch pictures, int[] labels, AugmentedBatch views, Optional<StoredTensor> answers) {

    /** What the networks get to see: normalised, and blended where the mix says so; [N, C, H, W]. */
    public NDArray images(NDManager manager, Normalization normalization) {
        NDArray tensor = normalization.toTensor(manager, pictures, DataType.FLOAT32);
        MixedBatch mix = views.mix();
        if (!mix.blends()) {
            return tensor;
        }
        NDArray others = tensor.get(manager.create(mix.partners()));
        return tensor.mul(mix.share()).add(others.mul(1 - mix.share()));
    }
}
