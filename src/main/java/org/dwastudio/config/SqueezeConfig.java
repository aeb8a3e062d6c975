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

    /** The published recipe for CIFAR. */
    public static SqueezeConfig paper() {
        return new SqueezeConfig("resnet18", 64, NetworkConfig.Stem.SMALL, 200, 128, 0.1, 0.9, 5e-4, 4, true);
    }
}
