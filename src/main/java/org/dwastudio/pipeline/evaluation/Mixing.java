package org.dwastudio.pipeline.evaluation;

import java.util.random.RandomGenerator;
import org.dwastudio.config.EvaluationConfig.Mix;
import org.dwastudio.event.PixelBlock;

/**
 * Decides how the images of a batch are mixed, each with another of the same batch, all by one share (Mixup: Zhang et al.
 * 2018; CutMix: Yun et al. 2019).
 *
 * @param mix how
 * @param shares where λ comes from
 */
record Mixing(Mix mix, BetaShares shares) {

    StudentBatch of(PixelBlock pictures, int[] labels, RandomGenerator random) {
        int[] partners = permutation(labels.length, random);
        return switch (mix) {
            case NONE -> new StudentBatch(pictures, labels, partners, 1, true);
            case MIXUP -> new StudentBatch(pictures, labels, partners, shares.draw(random), false);
            case CUTMIX -> cutMix(pictures, labels, partners, random);
        };
    }

    /** The box has the share 1 − λ of the picture, its centre anywhere; what the edge cuts off counts for the picture. */
    private StudentBatch cutMix(PixelBlock pictures, int[] labels, int[] partners, RandomGenerator random) {
        int size = pictures.height();
        double side = Math.sqrt(1 - shares.draw(random));
        int half = (int) (size * side) / 2;
        int centreX = random.nextInt(size);
        int centreY = random.nextInt(size);
        int left = Math.max(0, centreX - half);
        int right = Math.min(size, centreX + half);
        int top = Math.max(0, centreY - half);
        int bottom = Math.min(size, centreY + half);
        byte[] from = pictures.bytes();
        byte[] mixed = from.clone();
        int channels = pictures.channels();
        int picture = size * size * channels;
        for (int i = 0; i < labels.length; i++) {
            for (int y = top; y < bottom; y++) {
                int place = (y * size + left) * channels;
                System.arraycopy(
                        from, partners[i] * picture + place, mixed, i * picture + place, (right - left) * channels);
            }
        }
        double share = 1 - (double) (right - left) * (bottom - top) / (size * size);
        return new StudentBatch(
                new PixelBlock(labels.length, size, size, channels, mixed), labels, partners, share, true);
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
