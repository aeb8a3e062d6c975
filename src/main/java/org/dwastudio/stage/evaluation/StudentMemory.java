package org.dwastudio.stage.evaluation;

import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.train.TestSetEvaluator;
import org.dwastudio.train.TrainingFootprint;

/**
 * Memory and disk space that the training of students needs in addition to the program.
 *
 * @param config the recipe
 * @param student footprint of a student
 * @param teacher footprint of the teacher
 * @param shared whether tensors and program share one memory, as they do without a GPU
 * @param students number of students that train at the same time
 */
public record StudentMemory(
        EvaluationConfig config, TrainingFootprint student, PassFootprint teacher, boolean shared, int students) {
    private static final int CHECKPOINTS_ON_DISK = 3;
    private static final long GROWTH = 64_000_000;
    private static final long RESULT_BYTES = 4_000;
    private static final long BYTES_PER_COUNT = 3;

    /** Returns the memory of another number of students that train at the same time. */
    StudentMemory atOnce(int number) {
        return new StudentMemory(config, student, teacher, shared, number);
    }

    /** Returns the peak memory in bytes. */
    public long bytes(int batchSize) {
        // The gradients and the update, in addition to the moments of the optimizer.
        long tensors = keptBytes() + 2 * student.parameterBytes();
        // The input and the output of the current operator.
        long answering = batchSize * 2L * teacher.largestBytes();
        long testing = TestSetEvaluator.batchSize(student.network().imageSize())
                * 2L
                * student.pass().largestBytes();
        long passes = Math.max(batchSize * student.bytesPerImage(shared), Math.max(answering, testing));
        // A checkpoint, and what the virtual machine grows by.
        return teacher.weightBytes() + students * (tensors + passes) + (shared ? keptBytes() + GROWTH : 0);
    }

    /**
     * Returns the peak disk space in bytes: the results, and two checkpoints of every student in training with the one
     * that is being written.
     *
     * @param all number of students to train
     */
    public long diskBytes(int all) {
        long classes = student.network().classes();
        long checkpoints = keptBytes() * CHECKPOINTS_ON_DISK * Math.min(students, all);
        return checkpoints + all * (RESULT_BYTES + BYTES_PER_COUNT * classes * classes);
    }

    /** Returns the size of a student with the moments of its optimizer and its averaged weights. */
    private long keptBytes() {
        long state = student.pass().weightBytes();
        int moments = config.optimizer().kind() == EvaluationOptimizer.Kind.SGD ? 1 : 2;
        long average = config.measuring().averageDecay() > 0 ? state : 0;
        return state + moments * student.parameterBytes() + average;
    }
}
