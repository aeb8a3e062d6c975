package org.dwastudio.stage.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.train.TrainingFootprint;

/**
 * Estimator of the time, memory and disk space of an evaluation. Step times are measured for every kind of student;
 * memory and disk space are computed.
 *
 * @param teacher in float32
 */
record EvaluationEstimator(StageServices services, Evaluation evaluation, Teacher teacher) {
    private static final int FIRST_STUDENT = 0;
    private static final int SMALLEST_BATCH = 2;

    /**
     * Measures on the engine thread, for a few seconds.
     *
     * @param remaining number of steps that are still to be made, by student
     */
    StageDemand demand(Map<StudentTask, Integer> remaining) {
        NDManager manager = services.manager();
        StudentTrainer trainer = new StudentTrainer(
                evaluation.config(),
                teacher.network(),
                teacher.metadata().normalization(),
                services.networks(),
                evaluation.seed(),
                Optional.empty());
        StudentTiming timing = new StudentTiming(evaluation, trainer, manager, new WarmStopwatch());
        double seconds = remaining.entrySet().stream()
                .mapToDouble(left -> left.getValue()
                        * timing.secondsPerStep(
                                left.getKey().set(), left.getKey().labels()))
                .sum();
        long steps = remaining.values().stream().mapToLong(Integer::longValue).sum();
        StudentMemory memory = memory(trainer, manager);
        StageDemand demand = new StageDemand(
                steps,
                steps == 0 ? 0 : seconds / steps,
                timing.batchSize(
                        remaining.keySet().stream().map(StudentTask::set).toList()),
                SMALLEST_BATCH,
                memory::bytes,
                memory.diskBytes(remaining.size()));
        return demand.withNote(evaluation.smallClasses());
    }

    private StudentMemory memory(StudentTrainer trainer, NDManager manager) {
        try (Network student = trainer.fresh(FIRST_STUDENT, evaluation.sets().real(), manager)) {
            return new StudentMemory(
                    evaluation.config(),
                    TrainingFootprint.of(student, manager),
                    PassFootprint.of(teacher.network(), manager),
                    !manager.getDevice().isGpu());
        }
    }
}
