package org.dwastudio.data;

import java.util.Arrays;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageStack;
import org.dwastudio.image.resize.ResizeAndCenterCrop;

/** Images of a dataset, scaled down for display. */
public final class Thumbnails {
    private static final int LARGEST = 64;
    /** Images decoded at a time; the first images of all classes may be a thousand large ones. */
    private static final int AT_ONCE = 64;

    private final ImageDataset dataset;

    public Thumbnails(ImageDataset dataset) {
        this.dataset = dataset;
    }

    /** Returns some images in the given order, scaled down to 64 pixels if the dataset's are larger. */
    public ImageBatch of(Split split, int... indices) {
        if (dataset.imageSize() <= LARGEST) {
            return dataset.images(split, indices);
        }
        ResizeAndCenterCrop square = new ResizeAndCenterCrop(LARGEST);
        ImageStack stack = ImageStack.ofSquares(indices.length, LARGEST, dataset.channels());
        for (int from = 0; from < indices.length; from += AT_ONCE) {
            int count = Math.min(AT_ONCE, indices.length - from);
            ImageBatch images = dataset.images(split, Arrays.copyOfRange(indices, from, from + count));
            for (int i = 0; i < count; i++) {
                stack.add(square.of(image(images, i)));
            }
        }
        return stack.images();
    }

    private static ImageBatch image(ImageBatch images, int index) {
        int length = images.bytes().length / images.count();
        byte[] bytes = Arrays.copyOfRange(images.bytes(), index * length, (index + 1) * length);
        return new ImageBatch(1, images.height(), images.width(), images.channels(), bytes);
    }
}
