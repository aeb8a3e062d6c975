package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.nn.torch.Autograd;

/**
 * The first augmented images of a batch, on which the teacher is adjusted. Batch norm uses its running statistics, and the
 * batch-norm loss is not included.
 *
 * @param images [N, C, H, W]
 * @param labels [N], int64
 * @param mostPixels maximum number of pixels per image channel that autograd processes together
 */
record AugmentedStart(NDArray images, NDArray labels, long mostPixels) {
    /** Returns a network's mean cross-entropy in nats. */
    double crossEntropy(Network network) {
        try (NDManager scope = scope()) {
            NDArray copies = images.duplicate();
            copies.attach(scope);
            return crossEntropy(network, copies, labels)
                    .toType(DataType.FLOAT64, true)
                    .getDouble();
        }
    }

    /** Returns a manager for tensors that are needed for a short time. */
    NDManager scope() {
        return images.getManager().newSubManager();
    }

    /**
     * Computes the gradients of the mean cross-entropy over all images; those of several slices accumulate in the weights.
     *
     * @param network its gradients are tracked
     */
    void collectGradients(Network network) {
        long count = images.getShape().get(0);
        long together = together(images.getShape().get(2), mostPixels);
        long slices = (count + together - 1) / together;
        for (long slice = 0; slice < slices; slice++) {
            NDIndex some = new NDIndex("{}:{}", slice * count / slices, (slice + 1) * count / slices);
            try (NDManager scope = scope();
                    NDArray seen = images.get(some);
                    NDArray wanted = labels.get(some);
                    Autograd autograd = Autograd.begin()) {
                NDArray copies = seen.duplicate();
                copies.attach(scope);
                NDArray share =
                        EngineScalar.of(copies, (double) copies.getShape().get(0) / count);
                NDArray loss = crossEntropy(network, copies, wanted);
                autograd.backward(slices == 1 ? loss : loss.mul(share.toType(loss.getDataType(), false)));
            }
        }
    }

    /** Returns the maximum number of images of the given side length that autograd processes together. */
    static long together(long imageSize, long mostPixels) {
        return Math.max(1, mostPixels / (imageSize * imageSize));
    }

    private static NDArray crossEntropy(Network network, NDArray images, NDArray labels) {
        NDArray column = labels.reshape(new Shape(labels.size(), 1));
        column.attach(images.getManager());
        return network.logits(images).logSoftmax(1).gather(column, 1).mean().neg();
    }
}
