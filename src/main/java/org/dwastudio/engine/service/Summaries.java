package org.dwastudio.engine.service;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.Thumbnails;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.nn.Network;
import org.dwastudio.teacher.ClassComparison;
import org.dwastudio.teacher.Teacher;

/** Summaries of a dataset and a teacher for the cards that show them. */
public final class Summaries {
    private Summaries() {}

    public static DatasetSummary of(ImageDataset dataset) {
        int[] firstOfEachClass = IntStream.range(0, dataset.classNames().size())
                .mapToObj(label -> dataset.indicesOf(Split.TRAIN, label))
                .filter(indices -> indices.length > 0)
                .mapToInt(indices -> indices[0])
                .toArray();
        return new DatasetSummary(
                dataset.name(),
                dataset.classNames(),
                dataset.channels(),
                dataset.imageSize(),
                dataset.trainCount(),
                dataset.testCount(),
                new Thumbnails(dataset).of(Split.TRAIN, firstOfEachClass),
                dataset.splitBySeed(),
                dataset.notes());
    }

    /**
     * Returns the summary of a teacher.
     *
     * @param classNames class names of the dataset that it is compared with, if any
     */
    public static TeacherSummary of(Teacher teacher, Optional<List<String>> classNames) {
        Network network = teacher.network();
        long parameters =
                network.parameters().values().stream().mapToLong(NDArray::size).sum();
        return new TeacherSummary(
                network.config(),
                parameters,
                network.runningStatistics().size(),
                measured(teacher.metadata().testAccuracy()),
                teacher.metadata().dataset(),
                classNames
                        .map(names -> ClassComparison.of(teacher.metadata().classNames(), names)
                                .result())
                        .orElse(ClassComparison.Result.UNKNOWN));
    }

    private static OptionalDouble measured(double accuracy) {
        return Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
    }
}
