package org.dwastudio.train.schedule;

import org.dwastudio.config.evaluation.EvaluationOptimizer.Schedule;

/**
 * The learning rate of every step.
 *
 * @param learningRate the rate at the end of the warm-up
 * @param warmUpSteps steps in which it rises from zero to that
 * @param steps all steps, the warm-up included
 * @param schedule how it falls afterwards
 */
public record StudentLearningRate(double learningRate, int warmUpSteps, int steps, Schedule schedule) {

    /** The rate of a step, counted from 0. */
    public double rate(int step) {
        if (step < warmUpSteps) {
            return learningRate * (step + 1) / warmUpSteps;
        }
        double passed = (double) (step - warmUpSteps) / (steps - warmUpSteps);
        return learningRate
                * switch (schedule) {
                    case COSINE -> (1 + Math.cos(Math.PI * passed)) / 2;
                    case HALF_COSINE -> (1 + Math.cos(Math.PI * passed / 2)) / 2;
                    case CONSTANT -> 1;
                };
    }
}
