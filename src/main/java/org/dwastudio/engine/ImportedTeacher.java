package org.dwastudio.engine;

import java.nio.file.Path;
import org.dwastudio.teacher.ImportReport;

/**
 * Teacher created from imported weights.
 *
 * @param file teacher file that was written
 * @param summary teacher summary; its accuracy was measured on the dataset's test split
 * @param chance chance accuracy, 0 to 1: the share of the most frequent class in the test split
 * @param report how the tensors of the file became those of the network
 */
public record ImportedTeacher(Path file, TeacherSummary summary, double chance, ImportReport report) {
    private static final double CHANCE_FACTOR = 2;

    /** Returns whether the accuracy is so close to chance that the import must be faulty. */
    public boolean isNearChance() {
        return summary.testAccuracy().orElse(0) < Math.min(CHANCE_FACTOR * chance, (1 + chance) / 2);
    }
}
