package org.dwastudio.data;

import java.util.random.RandomGenerator;
import org.dwastudio.event.PixelBlock;

/**
 * Random changes of training images, before they are normalised (torchvision's RandomCrop with padding, then
 * RandomHorizontalFlip). Each image gets its own draw.
 *
 * @param cropPadding black pixels added on each side before a crop of the former size; 0 switches the crop off
 * @param horizontalFlip whether an image is mirrored with probability ½
 */
public record Augmentation(int cropPadding, boolean horizontalFlip) {

    public Augmentation {
        if (cropPadding < 0) {
            throw new IllegalArgumentException("the crop padding is " + cropPadding + "; it must be 0 or more");
        }
    }

    /** New pictures of the same shape; the same state of the generator gives the same pictures. */
    public PixelBlock apply(PixelBlock pictures, RandomGenerator random) {
        byte[] target = new byte[pictures.bytes().length];
        for (int picture = 0; picture < pictures.count(); picture++) {
            int dy = shift(random);
            int dx = shift(random);
            boolean flip = horizontalFlip && random.nextBoolean();
            copy(pictures, picture, dy, dx, flip, target);
        }
        return new PixelBlock(pictures.count(), pictures.height(), pictures.width(), pictures.channels(), target);
    }

    private int shift(RandomGenerator random) {
        return cropPadding == 0 ? 0 : random.nextInt(2 * cropPadding + 1) - cropPadding;
    }

    /** What lies outside of the source stays 0, which is black. */
    private static void copy(PixelBlock source, int picture, int dy, int dx, boolean flip, byte[] target) {
        int height = source.height();
        int width = source.width();
        int channels = source.channels();
        for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
            for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
                int from = ((picture * height + y + dy) * width + x + dx) * channels;
                int to = ((picture * height + y) * width + (flip ? width - 1 - x : x)) * channels;
                System.arraycopy(source.bytes(), from, target, to, channels);
            }
        }
    }
}
