package org.dwastudio.stage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dwastudio.config.evaluation.StudentLabels.Loss;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.ReleasedBuffers;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.train.batch.AugmentedBatch;
import org.dwastudio.train.batch.MixedBatch;
import org.dwastudio.train.batch.StudentBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against torch.nn.functional on the same numbers. */
class StudentLossTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private final NDArray student = tensors.manager().create(new double[] {1, -2, 0.5, 0, 3, -1}, new Shape(2, 3));
    private final NDArray teacher = tensors.manager().create(new double[] {2, -1, 0, 1, 2.5, -2}, new Shape(2, 3));

    @ParameterizedTest
    @CsvSource({"KL, 0.01698358", "KL_SCALED, 0.27173731", "MSE, 0.80713101"})
    void softLabelsAreLearnedAsPyTorchWould(Loss kind, double expected) {
        StudentLoss loss = new StudentLoss(kind, 4, 0.025);
        assertThat(loss.soft(student, teacher, batch(1)).getDouble()).isCloseTo(expected, within(1e-7));
    }

    @Test
    void hardLabelsAreSharedAsTheImagesAre() {
        StudentLoss loss = new StudentLoss(Loss.KL, 4, 0);
        assertThat(loss.hard(student, batch(1)).getDouble()).isCloseTo(2.28524041, within(1e-7));
        assertThat(loss.hard(student, batch(0.7)).getDouble()).isCloseTo(2.21024036, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void gradientsDoNotReadTheMemoryOfJavaNumbers(Loss kind) throws InterruptedException {
        StudentLoss loss = new StudentLoss(kind, 4, 0.025);

        assertThat(gradient(() -> loss.soft(student, teacher, batch(0.7)), true))
                .isEqualTo(gradient(() -> loss.soft(student, teacher, batch(0.7)), false));
    }

    @Test
    void gradientsOfHardLabelsDoNotReadTheMemoryOfJavaNumbers() throws InterruptedException {
        StudentLoss loss = new StudentLoss(Loss.KL, 4, 0);

        assertThat(gradient(() -> loss.hard(student, batch(0.7)), true))
                .isEqualTo(gradient(() -> loss.hard(student, batch(0.7)), false));
    }

    /**
     * Returns the gradient of a loss with respect to the student's logits.
     *
     * @param overwritten whether released memory is overwritten before the backward pass
     */
    private double[] gradient(Supplier<NDArray> loss, boolean overwritten) throws InterruptedException {
        student.setRequiresGradient(true);
        try (GradientCollector collector = student.getManager().getEngine().newGradientCollector()) {
            collector.zeroGradients();
            NDArray value = loss.get();
            if (overwritten) {
                ReleasedBuffers.overwrittenDuring(() -> collector.backward(value));
            } else {
                collector.backward(value);
            }
            return student.getGradient().toDoubleArray();
        }
    }

    /** Classes 0 and 2, each mixed with the other. */
    private static StudentBatch batch(double share) {
        MixedBatch mix = new MixedBatch(new int[] {1, 0}, share, Optional.empty());
        return new StudentBatch(
                new ImageBatch(2, 1, 1, 1, new byte[2]),
                new int[] {0, 2},
                new AugmentedBatch(new int[] {0, 1}, List.of(), mix),
                Optional.empty());
    }
}
