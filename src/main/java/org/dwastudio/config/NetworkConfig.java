package org.dwastudio.config;

/**
 * Which network: enough to build it without its weights.
 *
 * @param architecture name in the network catalogue, for example {@code convnet} or {@code resnet18}
 * @param width channels of the first stage; published are 64 (ResNet, VGG), 128 (ConvNet), 32 (MobileNetV2, EfficientNet)
 *     and 24 (ShuffleNetV2)
 * @param stem how images enter
 * @param channels 1 or 3
 * @param classes number of outputs
 * @param imageSize height and width of the images in pixels
 */
public record NetworkConfig(String architecture, int width, Stem stem, int channels, int classes, int imageSize) {
    public static final ParameterRange WIDTH = whole(1, 1024, 64);
    public static final ParameterRange CHANNELS = whole(1, 3, 3);
    public static final ParameterRange CLASSES = whole(2, 100_000, 10);
    public static final ParameterRange IMAGE_SIZE = whole(8, 1024, 32);

    /** How images enter a network. */
    public enum Stem {
        /**
         * For images up to 64 pixels: the first convolution has stride 1 (and is 3×3), nothing is pooled behind it. A VGG
         * has a single fully connected layer.
         */
        SMALL,
        /** As published for ImageNet. */
        IMAGENET
    }

    private static ParameterRange whole(int min, int max, int paper) {
        return new ParameterRange(min, max, paper, paper, true, ParameterRange.Scale.LOGARITHMIC, TakesEffect.NEXT_RUN);
    }
}
