package org.dwastudio.train.batch;

import org.dwastudio.data.ImageDataset;
import org.dwastudio.image.ImageBatch;

/** Images of one size that are put one behind the other. */
public final class ImageStack {
    private final ImageBatch pictures;
    private int filled;

    private ImageStack(ImageBatch pictures) {
        this.pictures = pictures;
    }

    /** Room for some images as the dataset has them. */
    public static ImageStack of(ImageDataset dataset, int count) {
        int size = dataset.imageSize();
        int channels = dataset.channels();
        return new ImageStack(new ImageBatch(count, size, size, channels, new byte[count * size * size * channels]));
    }

    public void add(ImageBatch picture) {
        System.arraycopy(picture.bytes(), 0, pictures.bytes(), filled, picture.bytes().length);
        filled += picture.bytes().length;
    }

    public ImageBatch pictures() {
        return pictures;
    }
}
