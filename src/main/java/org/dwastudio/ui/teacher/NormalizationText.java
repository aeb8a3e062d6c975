package org.dwastudio.ui.teacher;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.setting.ParameterRange;

/** Parser of a normalization that a user types: one number per channel, separated by commas or spaces. */
final class NormalizationText {
    private NormalizationText() {}

    /** Parses the texts; empty unless there is one number per channel, each within its range. */
    static Optional<ChannelNormalization> parse(String mean, String std, int channels) {
        Optional<List<Double>> means = numbers(mean);
        Optional<List<Double>> stds = numbers(std);
        boolean valid = means.filter(list -> allWithin(ChannelNormalization.MEAN, list, channels))
                        .isPresent()
                && stds.filter(list -> allWithin(ChannelNormalization.STD, list, channels))
                        .isPresent();
        return valid
                ? Optional.of(new ChannelNormalization(means.orElseThrow(), stds.orElseThrow()))
                : Optional.empty();
    }

    private static boolean allWithin(ParameterRange range, List<Double> values, int channels) {
        return values.size() == channels
                && values.stream().allMatch(value -> range.problemWith(value).isEmpty());
    }

    private static Optional<List<Double>> numbers(String text) {
        try {
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            return Optional.of(Arrays.stream(plain.split("[,;\\s、]+", -1))
                    .map(Double::valueOf)
                    .toList());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
