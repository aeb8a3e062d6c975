package org.dwastudio.stage.squeeze;

import java.util.Optional;

/**
 * How a training ended.
 *
 * @param epochs epochs that were completed
 * @param testAccuracy share of the test split that the weights as they are now get right, 0 to 1
 * @param cancelled whether it was stopped before its end
 * @param better the epoch whose weights did better than those of now, when there was one
 */
public record TrainingOutcome(int epochs, double testAccuracy, boolean cancelled, Optional<BestEpoch> better) {}
