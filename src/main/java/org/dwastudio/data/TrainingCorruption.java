package org.dwastudio.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.dwastudio.config.Stress.Corruption;

/**
 * Corruption of the pixels of all training images, applied when they are decoded.
 *
 * @param kind blur, noise or JPEG artifacts
 * @param level severity, 1 to 5
 * @param seed seed of the noise; without effect on blur and JPEG artifacts
 */
public record TrainingCorruption(Corruption kind, int level, long seed) {

    /** Updates the digest of a dataset: the stored images do not show a corruption. */
    void digest(MessageDigest digest) {
        String drawn = kind == Corruption.NOISE ? " " + seed : "";
        digest.update((kind.name() + " " + level + drawn).getBytes(StandardCharsets.UTF_8));
    }
}
