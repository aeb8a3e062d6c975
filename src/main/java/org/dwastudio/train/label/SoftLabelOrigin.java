package org.dwastudio.train.label;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationConfig.Mix;
import org.dwastudio.config.SqueezeConfig.Crop;

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
        String crop = config.crop() == Crop.PADDED
                ? "padded crop " + config.cropPadding()
                : "resized crop from area " + config.smallestArea();
        String mix = config.mix() == Mix.NONE
                ? "no mix"
                : config.mix().name().toLowerCase(Locale.ROOT) + " of alpha " + config.mixAlpha();
        return new SoftLabelOrigin(
                teacher,
                pictures,
                seed,
                "batches of " + config.batchSize() + ", " + crop
                        + (config.horizontalFlip() ? ", mirrored" : ", not mirrored") + ", " + mix);
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
