package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Source of a network's tensors while it is built. */
public interface TensorSource {

    /**
     * Returns a tensor that belongs to the network from now on.
     *
     * @param name torchvision's name, for example {@code layer1.0.conv1.weight}
     * @param shape shape that the network needs
     * @param fresh distribution of the values in an untrained network
     */
    NDArray tensor(String name, Shape shape, Distribution fresh);
}
