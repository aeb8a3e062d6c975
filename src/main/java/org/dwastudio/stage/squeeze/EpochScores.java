package org.dwastudio.stage.squeeze;

/**
 * What one epoch was measured to be.
 *
 * @param trainingLoss mean over its steps, in nats
 * @param trainingAccuracy share of its training images that were got right as they were seen, 0 to 1
 * @param testAccuracy share of the test split that the weights at its end get right, 0 to 1
 */
public record EpochScores(double trainingLoss, double trainingAccuracy, double testAccuracy) {}
