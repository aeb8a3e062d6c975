package org.dwastudio.train.schedule;

import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * Learning rate as a function of time, counted in epochs for teachers and in steps for students and pixels.
 *
 * @param learningRate rate at the end of the warm-up
 * @param warmUp rise of the rate during the warm-up
 * @param warmUpLength length of the warm-up, which may be 0
 * @param length length of the whole training, including the warm-up
 * @param decay decay of the rate after the warm-up
 */
public record LearningRateSchedule(double learningRate, WarmUp warmUp, int warmUpLength, int length, Decay decay) {

    /** Returns the schedule of a teacher, which changes from epoch to epoch, as in torchvision's reference training. */
    public static LearningRateSchedule ofTeacher(SqueezeConfig config) {
        SqueezeOptimizer recipe = config.optimizer();
        Decay decay =
                switch (recipe.schedule()) {
                    case COSINE -> Decay.COSINE;
                    case STEP -> Decay.THIRDS;
                    case CONSTANT -> Decay.CONSTANT;
                };
        return new LearningRateSchedule(
                recipe.learningRate(), WarmUp.FROM_A_HUNDREDTH, recipe.warmUpEpochs(), config.epochs(), decay);
    }

    /** Returns the schedule of a student, which changes from step to step. */
    public static LearningRateSchedule ofStudent(EvaluationConfig config, int steps) {
        EvaluationOptimizer recipe = config.optimizer();
        Decay decay =
                switch (recipe.schedule()) {
                    case COSINE -> Decay.STUDENT_COSINE;
                    case HALF_COSINE -> Decay.STUDENT_HALF_COSINE;
                    case CONSTANT -> Decay.CONSTANT;
                };
        int warmUpSteps = (int) Math.round((double) steps * recipe.warmUpEpochs() / config.epochs());
        return new LearningRateSchedule(recipe.learningRate(), WarmUp.FROM_ZERO, warmUpSteps, steps, decay);
    }

    /** Returns the schedule of the pixel steps of a batch. */
    public static LearningRateSchedule ofPixels(SynthesisConfig config) {
        return new LearningRateSchedule(
                config.optimizer().learningRate(), WarmUp.FROM_ZERO, 0, config.iterations(), Decay.COSINE);
    }

    /** Returns the rate at time t, counted from 0. */
    public double rate(int t) {
        return t < warmUpLength
                ? warmUp.rate(learningRate, t, warmUpLength)
                : learningRate * decay.factor(t - warmUpLength, length - warmUpLength);
    }
}
