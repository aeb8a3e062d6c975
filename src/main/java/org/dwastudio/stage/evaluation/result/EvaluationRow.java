package org.dwastudio.stage.evaluation.result;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.train.LabelType;

/**
 * The students of one kind, together.
 *
 * @param set on which images
 * @param labels what they were told
 * @param students one or more
 */
public record EvaluationRow(TrainingSet set, LabelType labels, List<StudentResult> students) {
    public EvaluationRow {
        students = List.copyOf(students);
    }

    /** That each of them was trained on. */
    public int images() {
        return students.get(0).images();
    }

    /** Top-1 accuracy after the last step, 0 to 1. */
    public MeanAndStdDev last() {
        return spread(StudentResult::last);
    }

    /** Top-1 accuracy of the best measurement, which flatters, 0 to 1. */
    public MeanAndStdDev best() {
        return spread(StudentResult::best);
    }

    /** Top-5 accuracy after the last step, 0 to 1. */
    public MeanAndStdDev topFive() {
        return spread(StudentResult::topFive);
    }

    /** What the training took. */
    public MeanAndStdDev seconds() {
        return spread(StudentResult::seconds);
    }

    private MeanAndStdDev spread(ToDoubleFunction<StudentResult> figure) {
        return MeanAndStdDev.of(students.stream().map(figure::applyAsDouble).toList());
    }
}
