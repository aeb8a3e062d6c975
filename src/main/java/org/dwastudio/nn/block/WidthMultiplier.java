package org.dwastudio.nn.block;

/**
 * Width multiplier of a mobile network: channels are rounded to a multiple of eight, at least eight and at least nine
 * tenths of the requested number (the rule of torchvision's MobileNet and EfficientNet).
 *
 * @param factor width relative to the published network, which has 1
 */
public record WidthMultiplier(double factor) {
    private static final int DIVISOR = 8;
    private static final double LEAST_SHARE = 0.9;

    /** Returns the channels of a layer that has {@code channels} in the published network. */
    public int of(int channels) {
        return rounded(channels * factor);
    }

    public static int rounded(double channels) {
        int nearest = Math.max(DIVISOR, (int) (channels + DIVISOR / 2.0) / DIVISOR * DIVISOR);
        return nearest < LEAST_SHARE * channels ? nearest + DIVISOR : nearest;
    }
}
