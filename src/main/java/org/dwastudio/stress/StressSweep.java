package org.dwastudio.stress;

import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.ImageSelection;
import org.dwastudio.config.Stress;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * One option of the training data and the levels that it takes, one after the other.
 *
 * @param key full key of the option, for example {@code dataset.imbalance}
 * @param levels values as in an experiment file, one or more, all different
 */
public record StressSweep(String key, List<String> levels) {
    private static final String BLOCK = "dataset.";

    /** Keys of the options that degrade the training data. */
    public static final List<String> KEYS = Stream.of(
                    Stress.IMBALANCE,
                    Stress.LABEL_NOISE,
                    Stress.LABEL_NOISE_KIND,
                    Stress.CORRUPTION,
                    Stress.CORRUPTION_LEVEL,
                    ImageSelection.MAX_PER_CLASS)
            .map(Setting::key)
            .map(BLOCK::concat)
            .toList();

    public StressSweep {
        levels = List.copyOf(levels);
    }

    /**
     * Parses a sweep such as {@code dataset.imbalance=1,10,100}.
     *
     * @throws IllegalArgumentException if the text has another form, the option is another one, or a level is repeated
     */
    public static StressSweep parse(String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text.strip() : text.substring(0, equals).strip();
        if (!KEYS.contains(key)) {
            throw new DescribedArgumentException(Message.of("stress.key", key, String.join(", ", KEYS)));
        }
        List<String> levels = Stream.of(text.substring(equals + 1).split(",", -1))
                .map(String::strip)
                .toList();
        if (equals < 0 || levels.contains("")) {
            throw new DescribedArgumentException(Message.of("stress.levels", text));
        }
        if (levels.stream().distinct().count() < levels.size()) {
            throw new DescribedArgumentException(Message.of("stress.repeated", text));
        }
        return new StressSweep(key, levels);
    }
}
