package org.dwastudio.config;

import java.util.List;

/**
 * What a network's images are normalised with: (pixel / 255 − mean) / std for each channel.
 *
 * @param mean of each channel, pixels taken as 0 to 1
 * @param std of each channel, above 0
 */
public record ChannelNormalization(List<Double> mean, List<Double> std) {
    public static final ParameterRange MEAN =
            new ParameterRange(0, 1, 0.5, 0.5, false, ParameterRange.Scale.LINEAR, TakesEffect.NEXT_RUN);
    public static final ParameterRange STD =
            new ParameterRange(1e-4, 10, 0.25, 0.25, false, ParameterRange.Scale.LINEAR, TakesEffect.NEXT_RUN);

    public ChannelNormalization {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }
}
