package org.dwastudio.train.label;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Mixing.Mix;
import org.dwastudio.config.network.ImageAugmentation.Crop;

/**
 * Origin of a set of soft labels: the inputs that it was made for and is only valid for.
 *
 * @param teacher fingerprint of the teacher that predicted them
 * @param images fingerprint of the distilled set
 * @param seed seed of the experiment, from which the augmentations were drawn
 * @param augmentation settings that determine the augmentations, as text
 */
public record SoftLabelOrigin(String teacher, String images, long seed, String augmentation) {
    private static final int DIGITS = 8;

    /**
     * Returns the origin for a recipe; settings that do not affect the augmentations, such as student, learning rate,
     * loss and τ, are omitted.
     */
    public static SoftLabelOrigin of(EvaluationConfig config, long seed, String teacher, String images) {
        String crop = config.augmentation().crop() == Crop.PADDED
                ? "padded crop " + config.augmentation().cropPadding()
                : "resized crop from area " + config.augmentation().smallestArea();
        String mix = config.mixing().mix() == Mix.NONE
                ? "no mix"
                : config.mixing().mix().name().toLowerCase(Locale.ROOT) + " of alpha "
                        + config.mixing().alpha();
        return new SoftLabelOrigin(
                teacher,
                images,
                seed,
                "batches of " + config.batchSize() + ", " + crop
                        + (config.augmentation().horizontalFlip() ? ", mirrored" : ", not mirrored") + ", " + mix);
    }

    /** Returns the name of the folder: the same origin gives the same digits. */
    String digits() {
        return DigestUtils.sha256Hex(text().toString()).substring(0, DIGITS);
    }

    /** Returns the origin as text entries, as stored in every file of the set. */
    Map<String, String> text() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("teacher", teacher);
        text.put("pictures", images);
        text.put("seed", Long.toString(seed));
        text.put("views", augmentation);
        return text;
    }
}
