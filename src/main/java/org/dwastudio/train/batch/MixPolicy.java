package org.dwastudio.train.batch;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Mixing.Mix;

/**
 * Mixing of the images of a batch, each with another image of the batch and all with one share (Mixup: Zhang et al.
 * 2018; CutMix: Yun et al. 2019).
 *
 * @param mix how
 * @param shares where λ comes from
 */
public record MixPolicy(Mix mix, BetaDistribution shares) {

    /** The one that an evaluation asks for. */
    public static MixPolicy of(EvaluationConfig config) {
        return new MixPolicy(
                config.mixing().mix(), new BetaDistribution(config.mixing().alpha()));
    }

    /**
     * Draws the mix of one batch.
     *
     * @param count images in it
     * @param size their height and width, in pixels
     */
    public MixedBatch draw(int count, int size, RandomGenerator random) {
        int[] partners = permutation(count, random);
        return switch (mix) {
            case NONE -> new MixedBatch(partners, 1, Optional.empty());
            case MIXUP -> new MixedBatch(partners, shares.draw(random), Optional.empty());
            case CUTMIX -> cutMix(partners, size, random);
        };
    }

    /** The box has the share 1 − λ of the image, its center anywhere; the part beyond the edge counts for the image. */
    private MixedBatch cutMix(int[] partners, int size, RandomGenerator random) {
        double side = Math.sqrt(1 - shares.draw(random));
        int half = (int) (size * side) / 2;
        int centerX = random.nextInt(size);
        int centerY = random.nextInt(size);
        int left = Math.max(0, centerX - half);
        int right = Math.min(size, centerX + half);
        int top = Math.max(0, centerY - half);
        int bottom = Math.min(size, centerY + half);
        double share = 1 - (double) (right - left) * (bottom - top) / (size * size);
        return new MixedBatch(partners, share, Optional.of(new CutMixBox(top, left, bottom - top, right - left)));
    }

    private static int[] permutation(int count, RandomGenerator random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
