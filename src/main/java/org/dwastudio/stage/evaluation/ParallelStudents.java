package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.torch.OperationThreads;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.concurrent.ParallelChoice;
import org.dwastudio.stage.concurrent.RoundClock;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.train.LabelType;
import org.dwastudio.train.TrainingFootprint;

/**
 * Choice of the number of students that train at the same time. Where it is left to the program, a few steps of 1, 2, 4, …
 * students are measured, and the number with which all students end first is taken. On a graphics card, which computes the
 * operations of all threads one after another, students train one by one.
 *
 * @param services memory and tensors
 * @param evaluation recipe and images
 * @param trainer provides the students
 */
record ParallelStudents(StageServices services, Evaluation evaluation, StudentTrainer trainer) {
    private static final int FIRST_STUDENT = 0;

    /**
     * Returns the number of students at the same time, which is measured if it is not given.
     *
     * @param open students that are not finished
     */
    int chosen(Collection<StudentTask> open) {
        OptionalInt given = evaluation.config().parallelStudents();
        return given.isPresent() ? given.getAsInt() : measured(open).number();
    }

    /**
     * Returns the number of students at the same time, given or measured, with its speed-up, which is measured in both
     * cases.
     *
     * @param open students that are not finished
     */
    ParallelChoice measured(Collection<StudentTask> open) {
        int most = services.manager().getDevice().isGpu() ? 1 : OperationThreads.ofThisThread();
        return ParallelChoice.measured(
                evaluation.config().parallelStudents(), open.size(), most, this::fitting, numbers -> {
                    LabelType labels = open.iterator().next().labels();
                    TrialStudents trials = new TrialStudents(evaluation, trainer, labels);
                    return new RoundClock<>(trials, TrialStudents.SMALLEST_BATCH, services.manager())
                            .secondsPerRound(numbers, trials.largestBatch());
                });
    }

    private IntPredicate fitting() {
        StudentMemory one = memory();
        int batchSize = evaluation.config().batchSize();
        return students -> services.memory().fits(one.atOnce(students).bytes(batchSize));
    }

    /** Returns the memory of a single student. */
    StudentMemory memory() {
        NDManager manager = services.manager();
        try (Network student = trainer.fresh(FIRST_STUDENT, evaluation.sets().real(), manager)) {
            return new StudentMemory(
                    evaluation.config(),
                    TrainingFootprint.of(student, manager),
                    PassFootprint.of(trainer.teacher(), manager),
                    !manager.getDevice().isGpu(),
                    1);
        }
    }
}
