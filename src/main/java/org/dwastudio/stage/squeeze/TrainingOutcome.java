package org.dwastudio.stage.squeeze;

import java.util.Optional;

/**
 * Result of a training.
 *
 * @param epochs number of completed epochs
 * @param testAccuracy accuracy of the current weights on the test split, 0 to 1
 * @param cancelled whether it was stopped early
 * @param better the epoch whose weights have a higher test accuracy than the current ones, if any
 */
public record TrainingOutcome(int epochs, double testAccuracy, boolean cancelled, Optional<BestEpoch> better) {}
