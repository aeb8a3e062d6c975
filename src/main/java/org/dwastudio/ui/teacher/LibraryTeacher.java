package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.time.Instant;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.teacher.TeacherLibrary.Entry;

/**
 * A teacher of the user's library.
 *
 * @param name which the user gave it
 * @param file where it is
 * @param network what it is
 * @param dataset what it was trained on or measured with
 * @param testAccuracy 0 to 1, NaN when it is not known
 * @param modified when it was written
 */
public record LibraryTeacher(
        String name, Path file, NetworkConfig network, String dataset, double testAccuracy, Instant modified) {

    static LibraryTeacher of(Entry entry) {
        return new LibraryTeacher(
                entry.name(),
                entry.file(),
                entry.metadata().network(),
                entry.metadata().dataset(),
                entry.metadata().testAccuracy(),
                entry.modified());
    }

    /** Whether it takes the images of a dataset and knows as many classes. */
    boolean fits(DatasetSummary facts) {
        return network.channels() == facts.channels()
                && network.imageSize() == facts.imageSize()
                && network.classes() == facts.classNames().size();
    }
}
