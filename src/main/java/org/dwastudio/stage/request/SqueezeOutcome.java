package org.dwastudio.stage.request;

import java.nio.file.Path;

/**
 * How a squeeze ended.
 *
 * @param folder the run folder
 * @param teacher the file of the teacher as the last epoch left it
 * @param testAccuracy share of the test split that it gets right, 0 to 1
 * @param bestTeacher the file of the teacher of the best epoch; the same file when that was the last
 * @param bestTestAccuracy share of the test split that the best one gets right, 0 to 1
 * @param epochs epochs that were completed
 * @param cancelled whether it was stopped before its end; the teacher is then as good as it was
 */
public record SqueezeOutcome(
        Path folder,
        Path teacher,
        double testAccuracy,
        Path bestTeacher,
        double bestTestAccuracy,
        int epochs,
        boolean cancelled) {}
