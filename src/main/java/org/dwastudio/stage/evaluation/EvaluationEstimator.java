package org.dwastudio.stage.evaluation;

import java.util.Map;
import org.dwastudio.stage.StageDemand;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.concurrent.ParallelChoice;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.teacher.Teacher;

/**
 * Estimator of the time, memory and disk space of an evaluation. Step times are measured for every kind of student;
 * memory and disk space are computed.
 *
 * @param teacher in float32
 */
record EvaluationEstimator(StageServices services, Evaluation evaluation, Teacher teacher) {
    /**
     * Measures on the engine thread, for a few seconds.
     *
     * @param remaining number of steps that are still to be made, by student
     */
    StageDemand demand(Map<StudentTask, Integer> remaining) {
        StudentTrainer trainer = evaluation.trainer(teacher, services.networks());
        StudentTiming timing = new StudentTiming(evaluation, trainer, services.manager(), new WarmStopwatch());
        double seconds = remaining.entrySet().stream()
                .mapToDouble(left -> left.getValue()
                        * timing.secondsPerStep(
                                left.getKey().set(), left.getKey().labels()))
                .sum();
        long steps = remaining.values().stream().mapToLong(Integer::longValue).sum();
        ParallelStudents students = new ParallelStudents(services, evaluation, trainer);
        ParallelChoice parallel = students.measured(remaining.keySet());
        StudentMemory memory = students.memory().atOnce(parallel.number());
        StageDemand demand = new StageDemand(
                steps,
                steps == 0 ? 0 : seconds / steps / parallel.speedup(),
                timing.batchSize(
                        remaining.keySet().stream().map(StudentTask::set).toList()),
                TrialStudents.SMALLEST_BATCH,
                memory::bytes,
                memory.diskBytes(remaining.size()));
        return demand.withNote(evaluation.smallClasses());
    }
}
