package org.dwastudio.stage.synthesis.matching;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Measurement of the duration of a matching step: a few steps of one and of two classes, from which that of all is
 * estimated. A step takes a fixed time, for the network, plus a time per class.
 *
 * @param inputs teacher and dataset
 * @param config values of the steps
 * @param operators on the device of the manager
 * @param parent parent of all tensors
 */
public record MatchingClock(
        SynthesisInputs inputs, SynthesisConfig config, PixelOperators operators, NDManager parent) {
    private static final WarmStopwatch WATCH = new WarmStopwatch();

    /**
     * Returns the estimated seconds per step.
     *
     * @param classes number of classes that advance together; may be fractional when slices differ in size
     */
    public double secondsPerStep(double classes) {
        double one = seconds(1);
        return one + Math.max(0, seconds(2) - one) * Math.max(0, classes - 1);
    }

    private double seconds(int classes) {
        SeedSequence seeds = new SeedSequence(1);
        List<ClassBatch> columns = IntStream.range(0, config.imagesPerClass())
                .mapToObj(column -> new ClassBatch(column, 0, classes))
                .toList();
        NoiseImages noise = new NoiseImages(
                seeds, inputs.dataset().channels(), inputs.dataset().imageSize());
        try (NDManager scope = parent.newSubManager();
                MatchedImages images = MatchedImages.start(columns, inputs, noise, config, seeds, operators, scope)) {
            return WATCH.seconds(() -> images.step(config));
        }
    }
}
