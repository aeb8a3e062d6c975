package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/**
 * What a training pass leaves out at random; what stays is scaled up to make up for it. The
 * input stays open; the result may be the input itself.
 */
public interface DropoutPolicy {

    /** Leaves out nothing and costs nothing. */
    DropoutPolicy NOTHING = new DropoutPolicy() {
        @Override
        public NDArray elements(NDArray input, double probability) {
            return input;
        }

        @Override
        public NDArray images(NDArray input, double probability) {
            return input;
        }
    };

    /** Dropout: every element by itself. */
    NDArray elements(NDArray input, double probability);

    /** Stochastic depth: all of an image, the first axis, or nothing. */
    NDArray images(NDArray input, double probability);

    /** Draws in Java: the same generator in the same state leaves out the same, on every device. */
    static DropoutPolicy drawnFrom(RandomGenerator random) {
        return new SeededDropout(random);
    }
}
