package org.dwastudio.stage.synthesis.matching;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.gradient.FeatureMatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Memory that a distribution matching needs in addition to the program, its dataset and its teacher.
 *
 * @param pass footprint of one pass of the teacher, which measures the diversity
 * @param network the teacher
 * @param config the synthesis
 */
public record MatchingMemory(PassFootprint pass, NetworkConfig network, SynthesisConfig config) {
    /** Pixels and velocities. */
    private static final double PIXELS_OF_ALL = 2;
    /** Images of a class while a step is made: augmented, their gradient, the velocity's share, and temporaries. */
    private static final double PIXELS_OF_A_CLASS = 6;
    /** Bytes per sample while images are converted to and from tensors: bytes, floats, doubles. */
    private static final double IMAGE_BYTES = 32;
    /** Input and output of a layer of the teacher, and scratch space. */
    private static final double LARGEST_OF_THE_TEACHER = 3;
    /**
     * Results of the first convolution, norm, ReLU and their gradients, in multiples of the largest tensor; with the stages
     * behind it, of a quarter and a sixteenth of the size.
     */
    private static final double TENSORS_OF_A_TAPE = 7;
    /** Results that exist at the same time in a pass without a gradient. */
    private static final double TENSORS_OF_A_PASS = 3;

    /**
     * Returns the peak memory in bytes.
     *
     * @param batchSize number of classes that advance together
     */
    public long bytes(int batchSize) {
        int batch = Math.min(batchSize, network.classes());
        double pixels = (double) network.imageSize() * network.imageSize();
        double sample = pixels * network.channels();
        double number = SynthesisInputs.dataType(config).getNumOfBytes();
        double largest = config.matching().width() * pixels * number;
        int columns = config.imagesPerClass();
        double all = PIXELS_OF_ALL * batch * columns * sample * number;
        double column = batch * sample * (2 * number + IMAGE_BYTES);
        double real = config.matching().images() * sample * (2 * number + IMAGE_BYTES);
        double ofClass = PIXELS_OF_A_CLASS * columns * sample * number;
        double tape = TENSORS_OF_A_TAPE * Math.min(columns, FeatureMatch.imagesTogether(network.imageSize())) * largest;
        double passes = TENSORS_OF_A_PASS
                * Math.min(config.matching().images(), FeatureMatch.imagesOfAPass(network.imageSize()))
                * largest;
        double diversity = batch * LARGEST_OF_THE_TEACHER * pass.largestBytes();
        return (long) (all + Math.max(column + diversity, real + ofClass + Math.max(tape, passes)));
    }
}
