package org.dwastudio.pipeline.view;

import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.PixelBlock;

/** Pictures of one size that are put one behind the other. */
final class PictureStack {
    private final PixelBlock pictures;
    private int filled;

    private PictureStack(PixelBlock pictures) {
        this.pictures = pictures;
    }

    /** Room for some pictures as the dataset has them. */
    static PictureStack of(ImageDataset dataset, int count) {
        int size = dataset.imageSize();
        int channels = dataset.channels();
        return new PictureStack(new PixelBlock(count, size, size, channels, new byte[count * size * size * channels]));
    }

    void add(PixelBlock picture) {
        System.arraycopy(picture.bytes(), 0, pictures.bytes(), filled, picture.bytes().length);
        filled += picture.bytes().length;
    }

    PixelBlock pictures() {
        return pictures;
    }
}
