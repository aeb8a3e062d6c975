package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/**
 * Random dropout of a training pass; what remains is scaled up to compensate. The input stays open; the result may be
 * the input itself.
 */
public interface DropoutPolicy {

    /** Policy that drops nothing, at no cost. */
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

    /** Applies dropout to every element separately. */
    NDArray elements(NDArray input, double probability);

    /** Applies stochastic depth: drops or keeps whole images, along the first axis. */
    NDArray images(NDArray input, double probability);

    /**
     * Returns a policy whose masks are drawn in Java: the same generator in the same state drops the same elements on
     * every device.
     */
    static DropoutPolicy drawnFrom(RandomGenerator random) {
        return new SeededDropout(random);
    }
}
