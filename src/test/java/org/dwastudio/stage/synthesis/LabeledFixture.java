package org.dwastudio.stage.synthesis;

import java.util.List;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;

/** A few images under the names of many classes: each class has them all. */
record LabeledFixture(ImageDataset images, List<String> classNames) implements ImageDataset {
    @Override
    public String name() {
        return images.name();
    }

    @Override
    public int channels() {
        return images.channels();
    }

    @Override
    public int imageSize() {
        return images.imageSize();
    }

    @Override
    public int count(Split split) {
        return images.count(split);
    }

    @Override
    public int label(Split split, int index) {
        return images.label(split, index);
    }

    @Override
    public ImageBatch images(Split split, int... indices) {
        return images.images(split, indices);
    }

    @Override
    public int[] indicesOf(Split split, int label) {
        return images.indicesOf(split, 0);
    }

    @Override
    public String fingerprint() {
        return images.fingerprint();
    }
}
