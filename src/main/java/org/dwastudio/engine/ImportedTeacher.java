package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.List;
import org.dwastudio.teacher.ImportReport;

/**
 * Teacher created from imported weights.
 *
 * @param file teacher file that was written
 * @param summary teacher summary; its accuracy was measured on the dataset's test split
 * @param chance chance accuracy, 0 to 1: the share of the most frequent class in the test split
 * @param report how the tensors of the file became those of the network
 * @param normalizations the measured normalizations, the one that was taken first; empty if it was given
 * @param orders number of possible networks and orders of the tensors that were measured; 1 if there was no choice
 */
public record ImportedTeacher(
        Path file,
        TeacherSummary summary,
        double chance,
        ImportReport report,
        List<MeasuredNormalization> normalizations,
        int orders) {
    private static final double CHANCE_FACTOR = 2;

    public ImportedTeacher {
        normalizations = List.copyOf(normalizations);
    }

    /** Creates the result of an import that left nothing to choose. */
    public ImportedTeacher(Path file, TeacherSummary summary, double chance, ImportReport report) {
        this(file, summary, chance, report, List.of(), 1);
    }

    /** Returns whether the accuracy is so close to chance that the import must be faulty. */
    public boolean isNearChance() {
        return summary.testAccuracy().orElse(0) < Math.min(CHANCE_FACTOR * chance, (1 + chance) / 2);
    }
}
