package org.dwastudio.pipeline;

import java.util.List;
import org.dwastudio.event.PixelBlock;

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
 */
public record DatasetSummary(
        String name,
        List<String> classNames,
        int channels,
        int imageSize,
        int trainImages,
        int testImages,
        PixelBlock thumbnails) {
    public DatasetSummary {
        classNames = List.copyOf(classNames);
    }
}
