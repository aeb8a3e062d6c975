package org.dwastudio.report;

import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;

/**
 * The real images that a run stands for.
 *
 * @param name of the dataset
 * @param training how many there are to train on
 * @param test how many students are measured on
 */
public record RealImageCounts(String name, int training, int test) {
    /** Those of a dataset. */
    public static RealImageCounts of(ImageDataset dataset) {
        return new RealImageCounts(dataset.name(), dataset.count(Split.TRAIN), dataset.count(Split.TEST));
    }
}
