package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.train.batch.StudentBatch;

/**
 * Loss that a student minimizes.
 *
 * @param kind loss on soft labels
 * @param temperature τ
 * @param hardWeight weight of the cross-entropy that is added to the squared difference
 */
record StudentLoss(StudentLabels.Loss kind, double temperature, double hardWeight) {
    private static final int CLASS_AXIS = 1;

    static StudentLoss of(EvaluationConfig config) {
        return new StudentLoss(
                config.labels().loss(),
                config.labels().temperature(),
                config.labels().hardWeight());
    }

    /**
     * Returns the loss with respect to the teacher's logits.
     *
     * @param logits the student's, [N, classes]
     * @param teacher the teacher's on the same mixed images, [N, classes]
     */
    NDArray soft(NDArray logits, NDArray teacher, StudentBatch batch) {
        return switch (kind) {
            case KL -> divergence(logits, teacher);
            case KL_SCALED -> EngineScalar.multiply(divergence(logits, teacher), temperature * temperature);
            case MSE -> {
                NDArray difference = logits.sub(teacher);
                NDArray squared = difference.mul(difference).mean();
                yield hardWeight == 0 ? squared : squared.add(EngineScalar.multiply(hard(logits, batch), hardWeight));
            }
        };
    }

    /**
     * Returns the loss with respect to the class labels: λ · −log p(own) + (1 − λ) · −log p(partner's), averaged over
     * the batch.
     */
    NDArray hard(NDArray logits, StudentBatch batch) {
        NDArray logProbabilities = logits.logSoftmax(CLASS_AXIS);
        NDArray own = crossEntropy(logProbabilities, batch.labels());
        double share = batch.augmented().mix().share();
        if (share == 1) {
            return own;
        }
        int[] others = Arrays.stream(batch.augmented().mix().partners())
                .map(partner -> batch.labels()[partner])
                .toArray();
        return EngineScalar.multiply(own, share)
                .add(EngineScalar.multiply(crossEntropy(logProbabilities, others), 1 - share));
    }

    /** Returns KL(p ‖ q) = Σ p (log p − log q) at temperature τ, summed over classes, averaged over the batch. */
    private NDArray divergence(NDArray logits, NDArray teacher) {
        NDArray expected = EngineScalar.divide(teacher, temperature).logSoftmax(CLASS_AXIS);
        NDArray answered = EngineScalar.divide(logits, temperature).logSoftmax(CLASS_AXIS);
        NDArray probabilities = expected.exp();
        return EngineScalar.divide(probabilities.mul(expected.sub(answered)).sum(), (double)
                logits.getShape().get(0));
    }

    private static NDArray crossEntropy(NDArray logProbabilities, int... labels) {
        long[] classes = Arrays.stream(labels).asLongStream().toArray();
        NDArray index = logProbabilities.getManager().create(classes, new Shape(classes.length, 1));
        return logProbabilities.gather(index, CLASS_AXIS).mean().neg();
    }
}
