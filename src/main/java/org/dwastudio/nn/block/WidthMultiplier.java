package org.dwastudio.nn.block;

/**
 * How a mobile network's channels grow with its width: rounded to a multiple of eight, at least eight, and never to less
 * than nine tenths of what was asked for (the rule of torchvision's MobileNet and EfficientNet).
 *
 * @param factor 1 for the published network
 */
public record WidthMultiplier(double factor) {
    private static final int DIVISOR = 8;
    private static final double LEAST_SHARE = 0.9;

    /** The channels of a layer that has this many in the published network. */
    public int of(int channels) {
        return rounded(channels * factor);
    }

    public static int rounded(double channels) {
        int nearest = Math.max(DIVISOR, (int) (channels + DIVISOR / 2.0) / DIVISOR * DIVISOR);
        return nearest < LEAST_SHARE * channels ? nearest + DIVISOR : nearest;
    }
}
