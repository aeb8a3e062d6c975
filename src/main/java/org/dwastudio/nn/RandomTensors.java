package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.TensorSource;
import org.dwastudio.nn.operator.MemoryLayout;

/** Source of fresh tensors; equal seeds give equal tensors on every machine. */
final class RandomTensors implements TensorSource {
    /** Numbers drawn at once. A fully connected layer of VGG would need almost a gigabyte of doubles otherwise. */
    private static final long PART = 1 << 20;

    private final NDManager manager;
    private final DataType dataType;
    private final RandomGenerator random;

    RandomTensors(NDManager manager, DataType dataType, long seed) {
        this.manager = manager;
        this.dataType = dataType;
        this.random = new Random(seed);
    }

    @Override
    public NDArray tensor(String name, Shape shape, Distribution fresh) {
        NDList parts = new NDList();
        for (long from = 0; from < shape.size(); from += PART) {
            parts.add(part((int) Math.min(PART, shape.size() - from), fresh));
        }
        try (parts;
                NDArray joined = NDArrays.concat(parts);
                NDArray shaped = joined.reshape(shape)) {
            return MemoryLayout.forNetwork(shaped, dataType);
        }
    }

    private NDArray part(int length, Distribution fresh) {
        double[] values = new double[length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fresh.draw(random);
        }
        try (NDArray drawn = manager.create(values);
                NDArray rounded = drawn.toType(dataType, true)) {
            // A conversion to the same type shares the memory of the Java array, which goes with the first tensor.
            return rounded.duplicate();
        }
    }
}
