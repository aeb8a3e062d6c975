package org.dwastudio.stage.synthesis;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.stage.synthesis.regression.RegressionTargets;

/**
 * What a feature regression takes beside the rest of a synthesis; nothing where there is none.
 *
 * @param pass of the teacher
 * @param network the teacher
 * @param config the synthesis
 */
record RegressionMemory(PassFootprint pass, NetworkConfig network, SynthesisConfig config) {
    /** Weights and two moments. */
    private static final int WEIGHTS_OF_A_STUDENT = 3;

    private static final int KERNEL = 9;
    /** Three poolings halve the sides. */
    private static final int POOLED = 8;
    /** Convolution, norm, ReLU of the first stage, all of the others, and gradients of the largest. */
    private static final double STAGES = 6;
    /** What enters an operator of a pass without gradients, what leaves it, and its scratch space. */
    private static final double LARGEST_OF_ANSWERS = 3;

    private boolean isHeld() {
        return config.regression().weight() > 0;
    }

    /** Kept as long as a column is under way: a teacher of its own, and the students. */
    double kept() {
        return isHeld()
                ? pass.weightBytes() + config.regression().students() * WEIGHTS_OF_A_STUDENT * studentWeights()
                : 0;
    }

    /**
     * Held while a step looks at the images of a batch and at real ones.
     *
     * @param teacher what autograd keeps of the teacher's pass through one image
     */
    double passes(int batch, double teacher) {
        if (!isHeld()) {
            return 0;
        }
        double student =
                STAGES * config.regression().studentWidth() * pixels() * SynthesisMemory.bytesOfANumber(config);
        return RegressionTargets.AT_ONCE * (student + LARGEST_OF_ANSWERS * pass.largestBytes())
                + batch * (student + teacher);
    }

    private double studentWeights() {
        double width = config.regression().studentWidth();
        double convolutions = KERNEL * width * (network.channels() + 2 * width);
        double head = width * pixels() / (POOLED * POOLED) * network.classes();
        return (convolutions + head) * SynthesisMemory.bytesOfANumber(config);
    }

    private double pixels() {
        return (double) network.imageSize() * network.imageSize();
    }
}
