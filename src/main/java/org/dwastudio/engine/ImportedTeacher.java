package org.dwastudio.engine;

import java.nio.file.Path;

/**
 * A teacher made of imported weights.
 *
 * @param file where it was written
 * @param summary what it is; its accuracy was measured on the dataset's test split
 * @param chance the accuracy of guessing, 0 to 1
 */
public record ImportedTeacher(Path file, TeacherSummary summary, double chance) {
    private static final double LOUD = 2;

    /** Whether the accuracy is so near to guessing that something must be wrong with the import. */
    public boolean isNearChance() {
        return summary.testAccuracy().orElse(0) < Math.min(LOUD * chance, (1 + chance) / 2);
    }
}
