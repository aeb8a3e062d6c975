package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.nn.Network;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.concurrent.TrialParts;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.batch.MixPolicy;
import org.dwastudio.train.batch.StudentBatch;
import org.dwastudio.train.batch.StudentBatches;
import org.dwastudio.weights.StoredTensor;

/**
 * Students on the distilled set whose steps are timed.
 *
 * @param evaluation provides the images
 * @param trainer provides the students
 * @param labels labels that they learn from
 */
record TrialStudents(Evaluation evaluation, StudentTrainer trainer, LabelType labels)
        implements TrialParts<TrialStudents.Trial> {
    /** Smallest number of images of a step: batch norm needs two. */
    static final int SMALLEST_BATCH = 2;

    private static final int FIRST_STUDENT = 0;
    // A rate of 0 leaves the weights: steps at a high one could end in infinities, which are slow.
    private static final double NO_RATE = 0;

    /** Student with the batch of its steps. */
    record Trial(Network network, StudentStep student, StudentBatch batch) {
        Trial with(StudentBatch other) {
            return new Trial(network, student, other);
        }
    }

    /** Returns the images of a training set; random real images are in memory like distilled ones. */
    static ImageDataset images(Evaluation evaluation, TrainingSet set) {
        TrainingSet timed = set == TrainingSet.FULL_REAL ? set : TrainingSet.DISTILLED;
        return evaluation.sets().of(new StudentTask(timed, LabelType.HARD, FIRST_STUDENT));
    }

    /** Returns the largest number of images of a step. */
    int largestBatch() {
        return Math.min(trainer.config().batchSize(), images().trainCount());
    }

    @Override
    public Trial open(int images, NDManager parent) {
        Network network = trainer.fresh(FIRST_STUDENT, images(), parent);
        return new Trial(network, new StudentStep(trainer, labels, network, parent), batch(images(), images));
    }

    @Override
    public void step(Trial trial) {
        trial.student()
                .make(trial.batch(), NO_RATE, seeds().generator(RandomPurpose.STUDENT_DROPOUT, FIRST_STUDENT, 0));
    }

    @Override
    public void close(Trial trial) {
        trial.network().close();
    }

    /** Returns a batch; with logits of zero where those of the whole recipe are stored. */
    StudentBatch batch(ImageDataset images, int size) {
        StudentBatches batches = new StudentBatches(
                images,
                size,
                Augmentation.of(trainer.config()),
                MixPolicy.of(trainer.config()),
                seeds(),
                FIRST_STUDENT);
        try (OrderedPrefetch<?, StudentBatch> one = batches.steps(1, PrefetchPolicy.ofThisMachine())) {
            StudentBatch batch = one.next();
            if (labels == LabelType.HARD || !trainer.config().needsStoredLabels()) {
                return batch;
            }
            Shape shape = new Shape(batch.labels().length, images.classNames().size());
            StoredTensor zeros = new StoredTensor(
                    DataType.FLOAT16, shape, ByteBuffer.allocate(Math.toIntExact(shape.size() * Short.BYTES)));
            return new StudentBatch(batch.images(), batch.labels(), batch.augmented(), Optional.of(zeros));
        }
    }

    private ImageDataset images() {
        return images(evaluation, TrainingSet.DISTILLED);
    }

    private SeedSequence seeds() {
        return new SeedSequence(trainer.seed());
    }
}
