package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.torch.Autograd;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.optimizer.Optimizer;
import org.dwastudio.weights.StoredTensor;

/** Training step of a student, with the state of its optimizer and of its averaged weights. */
final class StudentStep {
    private final StudentTrainer trainer;
    private final LabelType labels;
    private final Network student;
    private final NDManager manager;
    private final StudentLoss loss;
    private final Optimizer optimizer;
    private final Optional<Network> averaged;
    private final Optional<WeightAverage> average;

    /**
     * Creates the step of a fresh student.
     *
     * @param labels labels that the student learns from
     * @param manager parent of the tensors of the optimizer and of one manager per step
     */
    StudentStep(StudentTrainer trainer, LabelType labels, Network student, NDManager manager) {
        EvaluationConfig config = trainer.config();
        this.trainer = trainer;
        this.labels = labels;
        this.student = student;
        this.manager = manager;
        loss = StudentLoss.of(config);
        optimizer = Optimizer.ofStudent(config, student.parameters().values(), manager);
        averaged = config.measuring().averageDecay() > 0 ? Optional.of(student.copy(manager)) : Optional.empty();
        average = averaged.map(
                copy -> new WeightAverage(copy, student, config.measuring().averageDecay()));
    }

    /**
     * Makes one step.
     *
     * @param learningRate learning rate of the step
     * @param dropout source of the dropout masks
     * @return the loss; if it is not finite, the student is unchanged
     */
    double make(StudentBatch batch, double learningRate, RandomGenerator dropout) {
        double value;
        student.trackGradients(true);
        try (NDManager scope = manager.newSubManager()) {
            NDArray images = batch.images(scope, trainer.normalization());
            Optional<NDArray> answers =
                    labels == LabelType.SOFT ? Optional.of(teacherLogits(batch, images)) : Optional.empty();
            try (Autograd autograd = Autograd.begin()) {
                NDArray logits = student.trainingLogits(images, dropout);
                NDArray total = answers.map(expected -> loss.soft(logits, expected, batch))
                        .orElseGet(() -> loss.hard(logits, batch));
                autograd.backward(total);
                value = total.toType(DataType.FLOAT64, false).getDouble();
            }
        }
        if (Double.isFinite(value)) {
            optimizer.step(learningRate);
            average.ifPresent(WeightAverage::take);
        }
        return value;
    }

    /** Returns the stored logits in the precision of the student, or else asks the teacher. */
    private NDArray teacherLogits(StudentBatch batch, NDArray images) {
        return batch.answers()
                .map(stored -> stored.toNDArray(images.getManager()).toType(DataType.FLOAT32, false))
                .orElseGet(() -> trainer.teacher().logits(images));
    }

    /** Returns the network to measure, without gradients: the averaged one if the recipe averages the weights. */
    Network measured() {
        student.trackGradients(false);
        return averaged.orElse(student);
    }

    /** Continues from a checkpoint. */
    void restore(StudentCheckpoint checkpoint) {
        try (NDManager scope = manager.newSubManager()) {
            student.assign(StoredTensor.toNDArrays(checkpoint.state(), scope));
            averaged.ifPresent(network -> network.assign(StoredTensor.toNDArrays(checkpoint.average(), scope)));
        }
        optimizer.resume(checkpoint.memory(), checkpoint.steps());
        average.ifPresent(mean -> mean.setSteps(checkpoint.steps()));
    }

    /** Returns a checkpoint with copies of all tensors. */
    StudentCheckpoint checkpoint(int steps, double best, int bestStep, long nanoseconds) {
        return new StudentCheckpoint(
                steps,
                best,
                bestStep,
                nanoseconds,
                StoredTensor.copiesOf(student.state()),
                optimizer.copyOfState(),
                averaged.map(network -> StoredTensor.copiesOf(network.state())).orElse(Map.of()));
    }
}
