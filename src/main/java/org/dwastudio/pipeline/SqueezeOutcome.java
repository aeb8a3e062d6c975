package org.dwastudio.pipeline;

import java.nio.file.Path;

/**
 * How a squeeze ended.
 *
 * @param folder the run folder
 * @param teacher the file of the teacher in it
 * @param testAccuracy share of the test split that it gets right, 0 to 1
 * @param epochs epochs that were completed
 * @param cancelled whether it was stopped before its end; the teacher is then as good as it was
 */
public record SqueezeOutcome(Path folder, Path teacher, double testAccuracy, int epochs, boolean cancelled) {}
