package org.dwastudio.stage.synthesis.augmentation;

import java.util.random.RandomGenerator;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/** Sampler of the augmentation of an iteration: one draw for the whole batch. */
public final class AugmentationSampler {
    private static final double SMALLEST_AREA = 0.08;
    private static final double NARROWEST = 3.0 / 4;
    private static final double WIDEST = 4.0 / 3;
    private static final int ATTEMPTS = 10;

    private final SeedSequence seeds;
    private final int imageSize;

    public AugmentationSampler(SeedSequence seeds, int imageSize) {
        this.seeds = seeds;
        this.imageSize = imageSize;
    }

    public LinearAugmentation draw(ClassBatch batch, int iteration, SynthesisConfig config) {
        RandomGenerator random =
                seeds.generator(RandomPurpose.AUGMENTATION, batch.column(), batch.firstClass(), iteration);
        return switch (config.augmentation().kind()) {
            case SHIFT -> shift(random, config.augmentation().jitter());
            case RANDOM_RESIZED_CROP ->
                new AugmentationSequence(
                        crop(random), shift(random, config.augmentation().jitter()));
        };
    }

    /** Each direction 0 … jitter inclusive, as the published code draws it. */
    private static CyclicShift shift(RandomGenerator random, int jitter) {
        return new CyclicShift(random.nextInt(jitter + 1), random.nextInt(jitter + 1));
    }

    /**
     * torchvision's {@code RandomResizedCrop}: area 0.08 to 1, ratio 3/4 to 4/3; the whole image when ten draws miss.
     */
    private ResizedCrop crop(RandomGenerator random) {
        int width = imageSize;
        int height = imageSize;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double area = imageSize * (double) imageSize * random.nextDouble(SMALLEST_AREA, 1);
            double ratio = Math.exp(random.nextDouble(Math.log(NARROWEST), Math.log(WIDEST)));
            int drawnWidth = (int) Math.round(Math.sqrt(area * ratio));
            int drawnHeight = (int) Math.round(Math.sqrt(area / ratio));
            if (drawnWidth > 0 && drawnWidth <= imageSize && drawnHeight > 0 && drawnHeight <= imageSize) {
                width = drawnWidth;
                height = drawnHeight;
                break;
            }
        }
        int top = random.nextInt(imageSize - height + 1);
        int left = random.nextInt(imageSize - width + 1);
        return new ResizedCrop(top, left, height, width, random.nextBoolean());
    }
}
