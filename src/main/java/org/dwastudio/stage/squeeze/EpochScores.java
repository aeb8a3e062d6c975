package org.dwastudio.stage.squeeze;

/**
 * Loss and accuracies of one epoch.
 *
 * @param trainingLoss mean over its steps, in nats
 * @param trainingAccuracy accuracy on its training images as they were seen in training, 0 to 1
 * @param testAccuracy accuracy on the test split with the weights at its end, 0 to 1
 */
public record EpochScores(double trainingLoss, double trainingAccuracy, double testAccuracy) {}
