package org.dwastudio.stage.request;

import java.nio.file.Path;

/**
 * Result of a squeeze.
 *
 * @param folder the run folder
 * @param teacher file of the teacher after the last epoch
 * @param testAccuracy its accuracy on the test split, 0 to 1
 * @param bestTeacher file of the teacher of the best epoch; the same file when that was the last epoch
 * @param bestTestAccuracy accuracy of the best teacher on the test split, 0 to 1
 * @param epochs number of completed epochs
 * @param newHead true if the last layer was drawn at random, because the weights to start from have other classes
 * @param cancelled whether it was stopped early; the teacher then has the accuracy reached so far
 */
public record SqueezeOutcome(
        Path folder,
        Path teacher,
        double testAccuracy,
        Path bestTeacher,
        double bestTestAccuracy,
        int epochs,
        boolean newHead,
        boolean cancelled)
        implements StageOutcome {}
