package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Dropout with masks drawn from a generator. */
record SeededDropout(RandomGenerator random) implements DropoutPolicy {

    @Override
    public NDArray elements(NDArray input, double probability) {
        return drop(input, input.getShape(), probability);
    }

    @Override
    public NDArray images(NDArray input, double probability) {
        long[] shape = new long[input.getShape().dimension()];
        Arrays.fill(shape, 1);
        shape[0] = input.getShape().get(0);
        return drop(input, new Shape(shape), probability);
    }

    private NDArray drop(NDArray input, Shape drawn, double probability) {
        if (probability == 0) {
            return input;
        }
        float kept = (float) (1 / (1 - probability));
        float[] factors = new float[Math.toIntExact(drawn.size())];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = random.nextDouble() < probability ? 0 : kept;
        }
        // Autograd keeps the factors: they must lie in the engine's memory.
        try (NDArray borrowed = input.getManager().create(factors, drawn);
                NDArray typed = borrowed.toType(input.getDataType(), true);
                NDArray mask = typed.duplicate()) {
            return input.mul(mask);
        }
    }
}
