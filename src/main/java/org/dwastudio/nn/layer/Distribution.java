package org.dwastudio.nn.layer;

import java.util.random.RandomGenerator;

/** What a fresh tensor's values are drawn from. */
public sealed interface Distribution {

    double draw(RandomGenerator random);

    /** Kaiming normal with fan-out and ReLU's gain: torchvision's convolutions, but for ShuffleNet's. */
    static Distribution kaimingFanOut(ConvolutionSpec spec) {
        return new Normal(Math.sqrt(2.0 / ((double) spec.outputs() * spec.kernel() * spec.kernel())));
    }

    /** Uniform within ±1/√fanIn: what PyTorch gives convolutions and linear layers by default. */
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
