package org.dwastudio.ui.dataset;

import java.util.List;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.image.ImageBatch;

/**
 * Facts that the dataset card shows.
 *
 * @param name display name
 * @param classNames class names in label order
 * @param channels 1 (gray) or 3 (color)
 * @param imageSize height and width in pixels
 * @param trainImages size of the training split
 * @param testImages size of the test split
 * @param thumbnails one image per class
 * @param splitBySeed true if the program drew the test split because the dataset has none
 */
public record DatasetFacts(
        String name,
        List<String> classNames,
        int channels,
        int imageSize,
        int trainImages,
        int testImages,
        ImageBatch thumbnails,
        boolean splitBySeed) {
    public DatasetFacts {
        classNames = List.copyOf(classNames);
    }

    static DatasetFacts of(DatasetSummary summary) {
        return new DatasetFacts(
                summary.name(),
                summary.classNames(),
                summary.channels(),
                summary.imageSize(),
                summary.trainImages(),
                summary.testImages(),
                summary.thumbnails(),
                summary.splitBySeed());
    }
}
