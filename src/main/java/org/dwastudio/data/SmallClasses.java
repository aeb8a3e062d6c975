package org.dwastudio.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Classes with fewer training images than a distilled set has images of each class. */
public final class SmallClasses {
    private SmallClasses() {}

    /**
     * Returns a warning if there are such classes, with the number of training images of some.
     *
     * @param imagesPerClass images of each class in the distilled set
     */
    public static Optional<DatasetNote> note(ImageDataset dataset, int imagesPerClass) {
        List<String> small = IntStream.range(0, dataset.classNames().size())
                .filter(label -> count(dataset, label) < imagesPerClass)
                .mapToObj(label -> dataset.classNames().get(label) + " (" + count(dataset, label) + ")")
                .toList();
        return small.isEmpty()
                ? Optional.empty()
                : Optional.of(DatasetNote.of(
                        DatasetNote.Kind.FEWER_THAN_DISTILLED,
                        small.size(),
                        imagesPerClass,
                        DatasetNote.examples(small)));
    }

    private static int count(ImageDataset dataset, int label) {
        return dataset.indicesOf(Split.TRAIN, label).length;
    }
}
