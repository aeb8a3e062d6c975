package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.TensorSource;

/** Tensor source that copies the tensors of another network. */
final class CopiedTensors implements TensorSource {
    private final NDManager manager;
    private final Map<String, NDArray> state;

    CopiedTensors(NDManager manager, Map<String, NDArray> state) {
        this.manager = manager;
        this.state = state;
    }

    @Override
    public NDArray tensor(String name, Shape shape, Distribution fresh) {
        // DJL's toDevice shares memory if the device is the same, whatever its second argument.
        try (NDArray values = Objects.requireNonNull(state.get(name)).stopGradient();
                NDArray here = values.toDevice(manager.getDevice(), true)) {
            NDArray copy = here.duplicate();
            copy.attach(manager);
            return copy;
        }
    }
}
