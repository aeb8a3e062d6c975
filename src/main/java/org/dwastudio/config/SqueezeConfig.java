package org.dwastudio.config;

/**
 * How a teacher is trained.
 *
 * @param architecture name in the network catalogue
 * @param width channels of the first stage
 * @param stem how images enter a residual network
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param learningRate SGD's rate at the start of the cosine
 * @param momentum SGD's momentum
 * @param weightDecay L2 penalty added to the gradient
 * @param cropPadding pixels of zero padding before the random crop; 0 switches it off
 * @param horizontalFlip whether half of the images are mirrored; off for digits and text
 */
public record SqueezeConfig(
        String architecture,
        int width,
        NetworkConfig.Stem stem,
        int epochs,
        int batchSize,
        double learningRate,
        double momentum,
        double weightDecay,
        int cropPadding,
        boolean horizontalFlip) {
    public static final ParameterRange EPOCHS = range(1, 10_000, 200, true);
    public static final ParameterRange BATCH_SIZE = range(2, 8192, 128, true);
    public static final ParameterRange LEARNING_RATE = range(1e-5, 10, 0.1, false);
    public static final ParameterRange MOMENTUM = range(0, 0.9999, 0.9, false);
    public static final ParameterRange WEIGHT_DECAY = range(0, 0.1, 5e-4, false);
    public static final ParameterRange CROP_PADDING = range(0, 64, 4, true);

    /** The published recipe for CIFAR. */
    public static SqueezeConfig paper() {
        return new SqueezeConfig("resnet18", 64, NetworkConfig.Stem.SMALL, 200, 128, 0.1, 0.9, 5e-4, 4, true);
    }

    private static ParameterRange range(double min, double max, double paper, boolean integer) {
        return new ParameterRange(
                min, max, paper, paper, integer, ParameterRange.Scale.LOGARITHMIC, TakesEffect.NEXT_RUN);
    }
}
