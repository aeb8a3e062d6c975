package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleUnaryOperator;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.TensorSource;
import org.dwastudio.nn.operator.MemoryLayout;

/** Source of the computed weights that architecture_cases.py defines. */
final class FilledTensors implements TensorSource {
    private static final int IMAGES = 10_000;

    private final NDManager manager;
    private final DataType dataType;
    private final float[] scales;
    private int tensors;
    private int batchNorms;

    /**
     * Creates a source.
     *
     * @param scales one per batch norm
     */
    FilledTensors(NDManager manager, DataType dataType, float[] scales) {
        this.manager = manager;
        this.dataType = dataType;
        this.scales = scales.clone();
    }

    @Override
    public NDArray tensor(String name, Shape shape, Distribution fresh) {
        DoubleUnaryOperator value = value(name, shape);
        if (name.endsWith("running_var")) {
            batchNorms++;
        }
        try (NDArray filled = filled(manager, tensors++, shape, value)) {
            return MemoryLayout.forNetwork(filled, dataType);
        }
    }

    private DoubleUnaryOperator value(String name, Shape shape) {
        if (name.endsWith("running_mean")) {
            double root = Math.sqrt(scales[batchNorms]);
            return u -> 0.1 * u * root;
        }
        if (name.endsWith("running_var")) {
            double scale = scales[batchNorms];
            return u -> (1 + 0.25 * u) * scale;
        }
        if (shape.dimension() > 1) {
            long fanIn = shape.size() / shape.get(0);
            double bound = Math.sqrt(6.0 / fanIn);
            return u -> u * bound;
        }
        return name.endsWith("weight") ? u -> 1 + 0.3 * u : u -> 0.1 * u;
    }

    static NDArray images(NDManager manager, Shape shape) {
        return filled(manager, IMAGES, shape, u -> 1.7 * u);
    }

    private static NDArray filled(NDManager manager, long tensor, Shape shape, DoubleUnaryOperator value) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(hashed((tensor << 40) + i));
        }
        return manager.create(values, shape);
    }

    /** Returns a number in [−1, 1). */
    private static double hashed(long place) {
        long z = place + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 11) * 0x1p-52 - 1;
    }
}
