package org.dwastudio.nn.layer;

import java.util.random.RandomGenerator;

/** Distribution of a fresh tensor's values. */
public sealed interface Distribution {

    double draw(RandomGenerator random);

    /** Returns Kaiming normal with fan-out and ReLU's gain, as in torchvision's convolutions except ShuffleNet's. */
    static Distribution kaimingFanOut(ConvolutionSpec spec) {
        return new Normal(Math.sqrt(2.0 / ((double) spec.outputs() * spec.kernel() * spec.kernel())));
    }

    /** Returns uniform within ±1/√fanIn, PyTorch's default for convolutions and linear layers. */
    static Distribution uniformFanIn(int fanIn) {
        return new Uniform(1 / Math.sqrt(fanIn));
    }

    record Constant(double value) implements Distribution {
        @Override
        public double draw(RandomGenerator random) {
            return value;
        }
    }

    record Normal(double deviation) implements Distribution {
        @Override
        public double draw(RandomGenerator random) {
            return deviation * random.nextGaussian();
        }
    }

    record Uniform(double bound) implements Distribution {
        @Override
        public double draw(RandomGenerator random) {
            return bound * (2 * random.nextDouble() - 1);
        }
    }
}
