package org.dwastudio.stage.evaluation.result;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.train.LabelType;

/**
 * All students of one kind.
 *
 * @param set images that they are trained on
 * @param labels labels that they are trained with
 * @param students one or more
 */
public record EvaluationRow(TrainingSet set, LabelType labels, List<StudentResult> students) {
    public EvaluationRow {
        students = List.copyOf(students);
    }

    /** Returns the number of images that each student was trained on. */
    public int images() {
        return students.get(0).images();
    }

    /** Returns the number of training steps of each student. */
    public int steps() {
        return students.get(0).steps();
    }

    /** Returns the top-1 accuracy after the last step, 0 to 1. */
    public MeanAndStdDev last() {
        return spread(StudentResult::last);
    }

    /** Returns the balanced accuracy after the last step, 0 to 1. */
    public MeanAndStdDev balanced() {
        return spread(StudentResult::balanced);
    }

    /** Returns the top-1 accuracy of the best measurement, 0 to 1; optimistically biased. */
    public MeanAndStdDev best() {
        return spread(StudentResult::best);
    }

    /** Returns the top-5 accuracy after the last step, 0 to 1. */
    public MeanAndStdDev topFive() {
        return spread(StudentResult::topFive);
    }

    /** Returns the training time in seconds. */
    public MeanAndStdDev seconds() {
        return spread(StudentResult::seconds);
    }

    private MeanAndStdDev spread(ToDoubleFunction<StudentResult> figure) {
        return MeanAndStdDev.of(students.stream().map(figure::applyAsDouble).toList());
    }
}
