package org.dwastudio.ui.squeeze;

import java.nio.file.Path;
import org.dwastudio.pipeline.SqueezeOutcome;

/**
 * What a squeeze left behind.
 *
 * @param folder the run folder
 * @param last the teacher as the last epoch left it
 * @param lastAccuracy on the test split, 0 to 1
 * @param best the teacher of the best epoch
 * @param bestAccuracy on the test split, 0 to 1
 * @param epochs that were completed
 * @param stopped whether it was ended before its last epoch
 */
public record TrainedTeacher(
        Path folder, Path last, double lastAccuracy, Path best, double bestAccuracy, int epochs, boolean stopped) {

    static TrainedTeacher of(SqueezeOutcome outcome) {
        return new TrainedTeacher(
                outcome.folder(),
                outcome.teacher(),
                outcome.testAccuracy(),
                outcome.bestTeacher(),
                outcome.bestTestAccuracy(),
                outcome.epochs(),
                outcome.cancelled());
    }
}
