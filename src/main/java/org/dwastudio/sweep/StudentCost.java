package org.dwastudio.sweep;

import java.util.List;
import java.util.OptionalInt;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.request.EvaluationRequest;

/**
 * Estimated time and memory of the students of one run.
 *
 * @param all seconds of students on distilled, random real and all real images, as the preset trains them
 * @param distilled seconds of those on distilled images only, as the other runs of a seed train them
 * @param memoryBytes largest memory
 */
record StudentCost(double all, double distilled, long memoryBytes) {
    static StudentCost of(Experiment preset, SweepCost.Estimates estimates) throws Exception {
        EvaluationConfig recipe = preset.evaluation();
        List<StudentTask> tasks = StudentTask.all(recipe);
        long own = tasks.stream()
                .filter(task -> task.set() == TrainingSet.DISTILLED)
                .count();
        StageEstimate whole = estimates.of(EvaluationRequest.planned(preset));
        double distilled = whole.seconds() * own / tasks.size();
        if (own == 1 && recipe.parallelStudents().orElse(2) > 1) {
            // A single student has no other one to share the processor with.
            Experiment single = preset.withEvaluation(recipe.withParallelStudents(OptionalInt.of(1)));
            distilled = estimates.of(EvaluationRequest.planned(single)).seconds() / tasks.size();
        }
        return new StudentCost(whole.seconds(), distilled, whole.memoryBytes());
    }
}
