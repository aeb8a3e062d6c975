package org.dwastudio.data.select;

import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;

/** Comparison of the sizes of a dataset's classes. */
final class ClassBalance {
    /** Ratio of the largest class to the smallest from which an accuracy misleads. */
    private static final double NOTABLE = 3;

    private ClassBalance() {}

    /** Returns a note if the largest class is several times the smallest in the training split. */
    static Optional<DatasetNote> note(DatasetSource source) {
        int[] counts = IntStream.range(0, source.classes().count())
                .map(label -> source.train().indicesOf(label).length)
                .toArray();
        int least = 0;
        int most = 0;
        for (int label = 0; label < counts.length; label++) {
            least = counts[label] < counts[least] ? label : least;
            most = counts[label] > counts[most] ? label : most;
        }
        if (counts.length == 0 || counts[most] < NOTABLE * counts[least] || counts[least] == counts[most]) {
            return Optional.empty();
        }
        return Optional.of(DatasetNote.of(
                Kind.IMBALANCED,
                source.classNames().get(most),
                counts[most],
                source.classNames().get(least),
                counts[least]));
    }
}
