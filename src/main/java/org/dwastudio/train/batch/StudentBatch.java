package org.dwastudio.train.batch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.weights.StoredTensor;

/**
 * Images of one step, cropped and flipped, with boxes pasted.
 *
 * @param images the images
 * @param labels class of each image
 * @param augmented augmentation parameters of the images
 * @param answers teacher's logits [N, classes] on these augmented images, if they were stored
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one step, never compared.
public record StudentBatch(ImageBatch images, int[] labels, AugmentedBatch augmented, Optional<StoredTensor> answers) {

    /** Returns the input of the networks, [N, C, H, W]: normalized, and blended if the mixing requires it. */
    public NDArray images(NDManager manager, Normalization normalization) {
        NDArray tensor = normalization.toTensor(manager, images, DataType.FLOAT32);
        MixedBatch mix = augmented.mix();
        if (!mix.blends()) {
            return tensor;
        }
        NDArray others = tensor.get(manager.create(mix.partners()));
        return tensor.mul(mix.share()).add(others.mul(1 - mix.share()));
    }
}
