package org.dwastudio.stage.synthesis;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.stage.synthesis.matching.MatchingMemory;
import org.dwastudio.stage.synthesis.step.DirectedWeightAdjustment;

/**
 * Memory that a synthesis needs in addition to the program, its dataset and its teacher. Computed from the tensors that
 * are alive at the same time. The factors were measured on networks from 16 to 128 channels with batches of 10 to 100
 * images of 28 to 224 pixels; each is that of the network with the highest memory use.
 *
 * @param pass footprint of one pass of the teacher
 * @param network the teacher
 * @param config the synthesis
 */
public record SynthesisMemory(PassFootprint pass, NetworkConfig network, SynthesisConfig config) {
    /**
     * Weight copies during pixel steps: the adjusted copy and the frozen copy; both exist when the first step begins.
     */
    private static final double WEIGHTS_OF_STEPS = 2;
    /**
     * Weight copies during ascent: the adjusted copy, its gradients, and those of the next image slice before they are
     * added.
     */
    private static final double WEIGHTS_OF_ASCENT = 3;
    /** Additional weight copy in bfloat16 or float16. */
    private static final double ROUNDED_WEIGHTS = 0.5;
    /** Vectors in float64 while a gradient is projected: its remainder, a displacement, and a copy. */
    private static final int EXACT_VECTORS = 3;
    /** Activations kept by autograd, plus memory that the allocator cannot reuse. */
    private static final double ACTIVATIONS_OF_STEPS = 1.1;

    private static final double ACTIVATIONS_OF_ASCENT = 1.35;
    /** Gradients and scratch space of the convolutions, in multiples of the largest tensor. */
    private static final double LARGEST = 7;
    /** Pixels, their two moments, the augmented images, their gradient, and the step. */
    private static final double PIXELS = 6;
    /** Kept for a column that waits for its turn: pixels and two moments. */
    private static final double PIXELS_OF_WAITING = 3;
    /** Bytes per sample while images are converted to and from tensors: bytes, floats, doubles. */
    private static final double IMAGE_BYTES = 32;

    /**
     * Returns the peak memory in bytes.
     *
     * @param batchSize number of images that are synthesized together
     */
    public long bytes(int batchSize) {
        if (config.matching().isOn()) {
            return new MatchingMemory(pass, network, config).bytes(batchSize);
        }
        int batch = Math.min(batchSize, network.classes());
        double samples = (double) batch * network.channels() * network.imageSize() * network.imageSize();
        double pixels = samples * bytesOfANumber(config);
        double images = IMAGE_BYTES * samples;
        double largest = LARGEST * pass.largestBytes();
        double rounded =
                switch (config.execution().precision()) {
                    case MIXED, HALF -> ROUNDED_WEIGHTS;
                    case FLOAT32, FLOAT64 -> 0;
                };
        RegressionMemory regression = new RegressionMemory(pass, network, config);
        double passes = Math.max(
                batch * (ACTIVATIONS_OF_STEPS * pass.activationBytes() + largest),
                regression.passes(batch, ACTIVATIONS_OF_ASCENT * pass.activationBytes() + largest));
        if (config.repulsion().isOn()) {
            passes = Math.max(passes, batch * (ACTIVATIONS_OF_ASCENT * pass.activationBytes() + largest));
        }
        double steps = (WEIGHTS_OF_STEPS + rounded) * pass.weightBytes() + regression.kept() + passes + PIXELS * pixels;
        long together = Math.min(batch, DirectedWeightAdjustment.imagesTogether(network.imageSize()));
        double ascent = WEIGHTS_OF_ASCENT * pass.weightBytes()
                + together * (ACTIVATIONS_OF_ASCENT * pass.activationBytes() + largest)
                + PIXELS * pixels;
        boolean ascends = config.adjustment().isOn() && config.adjustment().direction() != Adjustment.Direction.RANDOM;
        int running = Math.min(config.execution().columnsAtOnce(), columns());
        double waiting = (columnsTogether(running) - running)
                * ((1 + rounded) * pass.weightBytes() + regression.kept() + PIXELS_OF_WAITING * pixels);
        return (long)
                (displacements(batch) + waiting + running * (images + (ascends ? Math.max(steps, ascent) : steps)));
    }

    /** Returns the bytes of the displacements of the columns before the last one, with the projection of a gradient. */
    private double displacements(int batch) {
        if (!config.adjustment().isOrthogonal()) {
            return 0;
        }
        double slices = Math.ceil((double) network.classes() / batch);
        double projection = (double) EXACT_VECTORS * Double.BYTES / bytesOfANumber(config);
        return (slices * Math.max(0, config.endColumn() - 1) + projection) * pass.weightBytes();
    }

    /** Returns the number of columns that hold their own teacher and pixels at the same time. */
    private int columnsTogether(int running) {
        return config.execution().order() == Execution.Order.ALL_AT_ONCE ? columns() : running;
    }

    private int columns() {
        return Math.max(1, config.columnCount());
    }

    /** Returns the bytes per number in the number format of the computation. */
    static int bytesOfANumber(SynthesisConfig config) {
        return config.execution().precision() == Execution.Precision.FLOAT64 ? Double.BYTES : Float.BYTES;
    }

    /**
     * Returns the largest batch size that fits into the given memory, or 0 if not even one image does.
     *
     * @param bytes available memory
     * @param most requested batch size
     */
    public int fittingBatchSize(long bytes, int most) {
        int fitting = Math.min(most, network.classes());
        while (fitting > 0 && bytes(fitting) > bytes) {
            fitting--;
        }
        return fitting;
    }
}
