package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes which tensors a network asks for, and gives it one number in place of each. */
final class RecordedShapes implements TensorSource, AutoCloseable {
    private final NDArray placeholder;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    RecordedShapes(NDManager manager) {
        placeholder = manager.create(0f);
    }

    @Override
    public NDArray tensor(String name, Shape shape, Distribution fresh) {
        shapes.put(name, shape);
        return placeholder;
    }

    /** In module order. */
    Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    @Override
    public void close() {
        placeholder.close();
    }
}
