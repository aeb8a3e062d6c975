package org.dwastudio.train.schedule;

import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;

/**
 * The learning rate of every epoch, as torchvision's reference training sets it: PyTorch's LinearLR from a hundredth of
 * the rate to the whole of it, then CosineAnnealingLR, or StepLR with a third of what is left, or the rate as it is.
 *
 * @param learningRate the rate at the end of the warm-up
 * @param warmUpEpochs epochs in which it rises to that
 * @param epochs all epochs, the warm-up included
 * @param schedule how it falls afterwards
 */
public record EpochLearningRate(double learningRate, int warmUpEpochs, int epochs, SqueezeOptimizer.Schedule schedule) {
    private static final double FIRST_SHARE = 0.01;
    private static final int THIRDS = 3;
    private static final double DROP = 0.1;

    public static EpochLearningRate of(SqueezeConfig config) {
        return new EpochLearningRate(
                config.optimizer().learningRate(),
                config.optimizer().warmUpEpochs(),
                config.epochs(),
                config.optimizer().schedule());
    }

    /** The rate of an epoch, counted from 0. */
    public double rate(int epoch) {
        if (epoch < warmUpEpochs) {
            return learningRate * (FIRST_SHARE + (1 - FIRST_SHARE) * epoch / warmUpEpochs);
        }
        int since = epoch - warmUpEpochs;
        int length = epochs - warmUpEpochs;
        return switch (schedule) {
            case COSINE -> new CosineSchedule(learningRate, length).rate(since);
            case STEP -> learningRate * Math.pow(DROP, Math.floor((double) THIRDS * since / length));
            case CONSTANT -> learningRate;
        };
    }
}
