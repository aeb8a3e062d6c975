package org.dwastudio.train.label;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Mixing.Mix;
import org.dwastudio.config.network.ImageAugmentation.Crop;

/**
 * What a set of soft labels was made for, and for nothing else.
 *
 * @param teacher fingerprint of the teacher that answered
 * @param pictures fingerprint of the distilled set
 * @param seed of the experiment, from which the views were drawn
 * @param views the settings that decide how images are looked at, in words
 */
public record SoftLabelOrigin(String teacher, String pictures, long seed, String views) {
    private static final int DIGITS = 8;

    /** Of a recipe; what does not change the views, such as student, rate, loss and τ, is left out. */
    public static SoftLabelOrigin of(EvaluationConfig config, long seed, String teacher, String pictures) {
        String crop = config.augmentation().crop() == Crop.PADDED
                ? "padded crop " + config.augmentation().cropPadding()
                : "resized crop from area " + config.augmentation().smallestArea();
        String mix = config.mixing().mix() == Mix.NONE
                ? "no mix"
                : config.mixing().mix().name().toLowerCase(Locale.ROOT) + " of alpha "
                        + config.mixing().alpha();
        return new SoftLabelOrigin(
                teacher,
                pictures,
                seed,
                "batches of " + config.batchSize() + ", " + crop
                        + (config.augmentation().horizontalFlip() ? ", mirrored" : ", not mirrored") + ", " + mix);
    }

    /** Names its folder: the same origin gives the same digits. */
    String digits() {
        return DigestUtils.sha256Hex(text().toString()).substring(0, DIGITS);
    }

    /** As every file of the set says it. */
    Map<String, String> text() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("teacher", teacher);
        text.put("pictures", pictures);
        text.put("seed", Long.toString(seed));
        text.put("views", views);
        return text;
    }
}
