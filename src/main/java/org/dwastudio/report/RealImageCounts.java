package org.dwastudio.report;

import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;

/**
 * Size of the real dataset that a run distills.
 *
 * @param name name of the dataset
 * @param training number of training images
 * @param test number of test images
 */
public record RealImageCounts(String name, int training, int test) {
    /** Returns the counts of a dataset. */
    public static RealImageCounts of(ImageDataset dataset) {
        return new RealImageCounts(dataset.name(), dataset.count(Split.TRAIN), dataset.count(Split.TEST));
    }
}
