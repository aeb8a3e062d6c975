package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.concurrent.StageWorkers;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.train.label.SoftLabelFolder;

/**
 * Trainer of fresh students, which are measured on the test split. Equal seeds give equal students.
 *
 * @param config the recipe
 * @param teacher source of the soft labels; carries no gradients
 * @param normalization normalization of the teacher, used for the student as well
 * @param seed seed of the experiment
 * @param labels the stored soft labels of the distilled set; when empty, the teacher is queried
 */
public record StudentTrainer(
        EvaluationConfig config,
        Network teacher,
        Normalization normalization,
        NetworkCatalog catalog,
        long seed,
        Optional<SoftLabelFolder> labels) {
    /**
     * Trains one student.
     *
     * @param images its training split is learned from, its test split is measured on
     * @param steps number of steps
     * @param manager parent of all temporary tensors; none of them remains
     * @param control checked before every step, and before every batch of a test
     * @param checkpoints where the student resumes from and is saved
     * @return empty if the run was canceled
     * @throws StageException if the loss is no longer a number, or checkpoints are broken
     * @throws IOException if a checkpoint cannot be written
     */
    public Optional<StudentResult> train(
            StudentTask task,
            ImageDataset images,
            int steps,
            NDManager manager,
            RunControl control,
            StudentCheckpoints checkpoints,
            StudentWatcher watcher)
            throws IOException {
        StudentTraining training = StudentTraining.begin(
                this, task, images, steps, manager, checkpoints.newest(task), PrefetchPolicy.ofThisMachine());
        Single student = new Single(new StudentRounds.Running(training, watcher));
        try (StageWorkers one = StageWorkers.of(1)) {
            new StudentRounds(one, control, checkpoints).run(student);
        }
        return student.result;
    }

    /** Student that trains alone. */
    private static final class Single implements StudentRounds.Students {
        private Optional<StudentRounds.Running> waiting;
        private Optional<StudentResult> result = Optional.empty();

        Single(StudentRounds.Running student) {
            waiting = Optional.of(student);
        }

        @Override
        public Optional<StudentRounds.Running> next() {
            Optional<StudentRounds.Running> next = waiting;
            waiting = Optional.empty();
            return next;
        }

        @Override
        public void finished(StudentResult finished) {
            result = Optional.of(finished);
        }
    }

    /** Returns a student with its start weights. */
    public Network fresh(int student, ImageDataset images, NDManager manager) {
        long weightSeed =
                seeds().generator(RandomPurpose.STUDENT_WEIGHTS, student, 0).nextLong();
        NetworkConfig network = new NetworkConfig(
                config.network().architecture(),
                config.network().width(),
                config.network().stem(),
                images.channels(),
                images.classNames().size(),
                images.imageSize());
        return catalog.build(network, manager, DataType.FLOAT32, weightSeed);
    }

    private SeedSequence seeds() {
        return new SeedSequence(seed);
    }
}
