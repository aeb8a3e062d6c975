package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.dwastudio.nn.Network;

/**
 * Path along one random direction instead of K gradients, as a control of the same length.
 *
 * @param direction the direction, of any length
 */
record RandomPath(WeightVector direction) implements WeightPath {
    /** Draws a direction; its tensors belong to the given manager. */
    static RandomPath drawn(Network teacher, RandomGenerator random, NDManager manager) {
        Map<String, NDArray> drawn = new LinkedHashMap<>();
        teacher.parameters().forEach((name, weight) -> {
            double[] values = new double[Math.toIntExact(weight.size())];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextGaussian();
            }
            drawn.put(name, manager.create(values, weight.getShape()).toType(weight.getDataType(), false));
        });
        return new RandomPath(new WeightVector(drawn));
    }

    @Override
    public boolean move(Network network, double rho) {
        direction.move(network, rho);
        return true;
    }
}
