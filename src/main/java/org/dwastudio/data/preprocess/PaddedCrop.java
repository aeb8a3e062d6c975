package org.dwastudio.data.preprocess;

import java.util.random.RandomGenerator;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;

/**
 * Crop of the original size from the image with a black border, then a flip (torchvision's RandomCrop with padding and
 * RandomHorizontalFlip).
 *
 * @param padding black pixels added on each side; 0 disables the crop
 * @param horizontalFlip true if an image is mirrored with probability ½
 */
public record PaddedCrop(int padding, boolean horizontalFlip) implements Augmentation {

    public PaddedCrop {
        if (padding < 0) {
            throw new IllegalArgumentException("the crop padding is " + padding + "; it must be 0 or more");
        }
    }

    @Override
    public ImageBatch source(ImageDataset dataset, int index) {
        return dataset.images(Split.TRAIN, index);
    }

    @Override
    public CropBox draw(ImageBatch source, RandomGenerator random) {
        int top = shift(random);
        int left = shift(random);
        boolean mirrored = horizontalFlip && random.nextBoolean();
        return new CropBox(top, left, source.height(), source.width(), mirrored);
    }

    @Override
    public ImageBatch cut(ImageBatch source, CropBox cut, int size) {
        byte[] target = new byte[source.bytes().length];
        copy(source, 0, cut, target);
        return new ImageBatch(1, source.height(), source.width(), source.channels(), target);
    }

    /** Returns new images of the same shape, each with its own random crop. */
    ImageBatch apply(ImageBatch images, RandomGenerator random) {
        byte[] target = new byte[images.bytes().length];
        for (int image = 0; image < images.count(); image++) {
            copy(images, image, draw(images, random), target);
        }
        return new ImageBatch(images.count(), images.height(), images.width(), images.channels(), target);
    }

    private int shift(RandomGenerator random) {
        return padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    }

    /** Copies a crop; target pixels outside of the source stay 0, which is black. */
    private static void copy(ImageBatch source, int image, CropBox cut, byte[] target) {
        int dy = cut.top();
        int dx = cut.left();
        int height = source.height();
        int width = source.width();
        int channels = source.channels();
        for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
            for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
                int from = ((image * height + y + dy) * width + x + dx) * channels;
                int to = ((image * height + y) * width + (cut.mirrored() ? width - 1 - x : x)) * channels;
                System.arraycopy(source.bytes(), from, target, to, channels);
            }
        }
    }
}
