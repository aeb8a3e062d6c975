package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Where a network's tensors come from while it is built. */
public interface TensorSource {

    /**
     * A tensor that belongs to the network from now on.
     *
     * @param name torchvision's name, for example {@code layer1.0.conv1.weight}
     * @param shape what the network needs
     * @param fresh what the values of an untrained network are drawn from
     */
    NDArray tensor(String name, Shape shape, Distribution fresh);
}
