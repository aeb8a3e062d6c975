package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.TensorSource;

/**
 * Tensor source that records the requested shapes and supplies a placeholder; a network built from it cannot compute.
 */
final class ShapeInference implements TensorSource {
    private final NDArray placeholder;
    private final Map<String, Shape> seen = new LinkedHashMap<>();

    ShapeInference(NDArray placeholder) {
        this.placeholder = placeholder;
    }

    @Override
    public NDArray tensor(String name, Shape shape, Distribution fresh) {
        seen.put(name, shape);
        return placeholder;
    }

    Map<String, Shape> seen() {
        return Collections.unmodifiableMap(seen);
    }
}
