package org.dwastudio.report;

import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;

/**
 * Size of the real dataset that a run distills.
 *
 * @param name name of the dataset
 * @param training number of training images
 * @param test number of test images
 * @param trainingPerClass number of training images of each class, in label order
 */
public record RealImageCounts(String name, int training, int test, List<Integer> trainingPerClass) {
    public RealImageCounts {
        trainingPerClass = List.copyOf(trainingPerClass);
    }

    /** Returns the counts of a dataset. */
    public static RealImageCounts of(ImageDataset dataset) {
        List<Integer> perClass = IntStream.range(0, dataset.classNames().size())
                .mapToObj(label -> dataset.indicesOf(Split.TRAIN, label).length)
                .toList();
        return new RealImageCounts(dataset.name(), dataset.count(Split.TRAIN), dataset.count(Split.TEST), perClass);
    }
}
