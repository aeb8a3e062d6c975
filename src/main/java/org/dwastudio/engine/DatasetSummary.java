package org.dwastudio.engine;

import java.util.List;
import org.dwastudio.image.ImageBatch;

/**
 * What a dataset card shows.
 *
 * @param name display name
 * @param classNames in label order
 * @param channels 1 or 3
 * @param imageSize height and width in pixels
 * @param trainImages size of the training split
 * @param testImages size of the test split
 * @param thumbnails the first training image of every class, in label order; of 64 pixels where they are larger
 * @param splitBySeed whether the test split was drawn by the program, since the dataset has none
 */
public record DatasetSummary(
        String name,
        List<String> classNames,
        int channels,
        int imageSize,
        int trainImages,
        int testImages,
        ImageBatch thumbnails,
        boolean splitBySeed) {
    public DatasetSummary {
        classNames = List.copyOf(classNames);
    }

    /** Of a dataset with a test split of its own. */
    public DatasetSummary(
            String name,
            List<String> classNames,
            int channels,
            int imageSize,
            int trainImages,
            int testImages,
            ImageBatch thumbnails) {
        this(name, classNames, channels, imageSize, trainImages, testImages, thumbnails, false);
    }
}
