package org.dwastudio.stage.synthesis;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.stage.synthesis.regression.RegressionTargets;

/**
 * Memory that a feature regression adds to a synthesis; zero without a regression.
 *
 * @param pass footprint of the teacher
 * @param network configuration of the teacher
 * @param config the synthesis
 */
record RegressionMemory(PassFootprint pass, NetworkConfig network, SynthesisConfig config) {
    /** Weights and two moments per student. */
    private static final int WEIGHTS_OF_A_STUDENT = 3;

    private static final int KERNEL = 9;
    /** Reduction of each side by three poolings. */
    private static final int POOLED = 8;
    /** Results of convolution, norm and ReLU in the first stage, of all other stages, and gradients of the largest. */
    private static final double STAGES = 6;
    /** Input, output and scratch space of an operator in a pass without gradients. */
    private static final double LARGEST_OF_ANSWERS = 3;

    private boolean isHeld() {
        return config.regression().weight() > 0;
    }

    /** Returns the bytes that are held throughout a column: a separate teacher, and the students. */
    double kept() {
        return isHeld()
                ? pass.weightBytes() + config.regression().students() * WEIGHTS_OF_A_STUDENT * studentWeights()
                : 0;
    }

    /**
     * Returns the bytes that are held while a step processes the images of a batch and real images.
     *
     * @param batch number of images in the batch
     * @param teacher bytes that autograd keeps of the teacher's pass through one image
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
