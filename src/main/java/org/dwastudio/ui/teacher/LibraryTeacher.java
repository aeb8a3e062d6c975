package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.time.Instant;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.teacher.TeacherLibrary.Entry;

/**
 * Teacher of the user's library.
 *
 * @param name name given by the user
 * @param file teacher file
 * @param network network configuration
 * @param dataset dataset that it was trained on or measured with
 * @param testAccuracy accuracy on the test split, 0 to 1; NaN if unknown
 * @param modified time of the last modification
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

    /** Returns true if it accepts a dataset's images and has the same number of classes. */
    boolean fits(DatasetSummary facts) {
        return network.channels() == facts.channels()
                && network.imageSize() == facts.imageSize()
                && network.classes() == facts.classNames().size();
    }
}
