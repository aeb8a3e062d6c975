package org.dwastudio.ui.dataset;

import java.util.List;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.image.ImageBatch;

/**
 * What the dataset card tells.
 *
 * @param name display name
 * @param classNames in label order
 * @param channels 1 (grey) or 3 (colour)
 * @param imageSize height and width in pixels
 * @param trainImages size of the training split
 * @param testImages size of the test split
 * @param thumbnails one picture a class
 * @param splitBySeed whether the test split was drawn by the program, since the dataset has none
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
