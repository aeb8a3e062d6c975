package org.dwastudio.engine;

import java.util.List;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.image.ImageBatch;

/**
 * Dataset information shown on a dataset card.
 *
 * @param name display name
 * @param classNames class names in label order
 * @param channels 1 or 3
 * @param imageSize height and width in pixels
 * @param trainImages size of the training split
 * @param testImages size of the test split
 * @param thumbnails first training image of every class, in label order; reduced to 64 pixels if larger
 * @param splitBySeed whether the program drew the test split, because the dataset has none
 * @param notes facts that the user must know
 */
public record DatasetSummary(
        String name,
        List<String> classNames,
        int channels,
        int imageSize,
        int trainImages,
        int testImages,
        ImageBatch thumbnails,
        boolean splitBySeed,
        List<DatasetNote> notes) {
    public DatasetSummary {
        classNames = List.copyOf(classNames);
        notes = List.copyOf(notes);
    }

    /** Creates a summary without notes. */
    public DatasetSummary(
            String name,
            List<String> classNames,
            int channels,
            int imageSize,
            int trainImages,
            int testImages,
            ImageBatch thumbnails,
            boolean splitBySeed) {
        this(name, classNames, channels, imageSize, trainImages, testImages, thumbnails, splitBySeed, List.of());
    }

    /** Creates the summary of a dataset that has its own test split. */
    public DatasetSummary(
            String name,
            List<String> classNames,
            int channels,
            int imageSize,
            int trainImages,
            int testImages,
            ImageBatch thumbnails) {
        this(name, classNames, channels, imageSize, trainImages, testImages, thumbnails, false, List.of());
    }
}
