package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Fresh tensors, the same ones for the same seed on every machine. */
final class RandomTensors implements TensorSource {
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
        double[] values = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = fresh.draw(random);
        }
        try (NDArray drawn = manager.create(values, shape)) {
            return MemoryLayout.forNetwork(drawn, dataType);
        }
    }
}
