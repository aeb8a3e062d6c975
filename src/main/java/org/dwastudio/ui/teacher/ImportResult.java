package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.util.List;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.MeasuredNormalization;
import org.dwastudio.teacher.ImportReport;

/**
 * Weights that have become a teacher.
 *
 * @param file where it is
 * @param testAccuracy on the dataset's test split, 0 to 1
 * @param chance the accuracy of guessing, 0 to 1
 * @param nearChance whether something must be wrong with it
 * @param report what became of the tensors of the file
 * @param normalizations the measured normalizations, the one that was taken first; empty if it was given
 */
public record ImportResult(
        Path file,
        double testAccuracy,
        double chance,
        boolean nearChance,
        ImportReport report,
        List<MeasuredNormalization> normalizations) {

    static ImportResult of(ImportedTeacher imported) {
        return new ImportResult(
                imported.file(),
                imported.summary().testAccuracy().orElse(0),
                imported.chance(),
                imported.isNearChance(),
                imported.report(),
                imported.normalizations());
    }
}
