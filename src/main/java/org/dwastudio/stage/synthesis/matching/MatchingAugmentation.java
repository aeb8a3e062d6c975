package org.dwastudio.stage.synthesis.matching;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.stage.synthesis.augmentation.CyclicShift;

/**
 * Augmentation that real and synthetic images share in a step: contrast · mirrored(shifted(image)) + brightness.
 *
 * @param shift cyclic shift
 * @param mirrored whether left and right are swapped
 * @param contrast factor of the normalized pixels
 * @param brightness added to the normalized pixels
 */
record MatchingAugmentation(CyclicShift shift, boolean mirrored, double contrast, double brightness) {
    private static final double MOST_CONTRAST = 0.3;
    private static final double MOST_BRIGHTNESS = 0.3;
    private static final int WIDTH_AXIS = 3;

    /** Draws an augmentation: every shift in each direction, contrast 0.7 to 1.3, brightness −0.3 to 0.3. */
    static MatchingAugmentation draw(RandomGenerator random, SynthesisConfig config) {
        int jitter = config.augmentation().jitter();
        CyclicShift shift = new CyclicShift(random.nextInt(-jitter, jitter + 1), random.nextInt(-jitter, jitter + 1));
        boolean mirrored = random.nextBoolean();
        double contrast = 1 + MOST_CONTRAST * (2 * random.nextDouble() - 1);
        double brightness = MOST_BRIGHTNESS * (2 * random.nextDouble() - 1);
        return new MatchingAugmentation(shift, mirrored && config.matching().mirrored(), contrast, brightness);
    }

    /** Returns the augmented images [N, C, H, W]; the result belongs to their manager. */
    NDArray of(NDArray images) {
        try (NDArray moved = shift.of(images)) {
            return turned(moved).muli(contrast).addi(brightness);
        }
    }

    /** Propagates a gradient with respect to the augmented images back to the images. */
    NDArray pullBack(NDArray gradient) {
        try (NDArray turned = turned(gradient)) {
            return shift.pullBack(turned).muli(contrast);
        }
    }

    private NDArray turned(NDArray images) {
        return mirrored ? images.flip(WIDTH_AXIS) : images.duplicate();
    }
}
