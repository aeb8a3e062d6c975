package org.dwastudio.pipeline;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The students of one kind, together.
 *
 * @param set on which images
 * @param labels what they were told
 * @param students one or more
 */
public record EvaluationRow(TrainingSet set, Labels labels, List<StudentResult> students) {
    public EvaluationRow {
        students = List.copyOf(students);
    }

    /** That each of them was trained on. */
    public int images() {
        return students.get(0).images();
    }

    /** Top-1 accuracy after the last step, 0 to 1. */
    public Spread last() {
        return spread(StudentResult::last);
    }

    /** Top-1 accuracy of the best measurement, which flatters, 0 to 1. */
    public Spread best() {
        return spread(StudentResult::best);
    }

    /** Top-5 accuracy after the last step, 0 to 1. */
    public Spread topFive() {
        return spread(StudentResult::topFive);
    }

    /** What the training took. */
    public Spread seconds() {
        return spread(StudentResult::seconds);
    }

    private Spread spread(ToDoubleFunction<StudentResult> figure) {
        return Spread.of(students.stream().map(figure::applyAsDouble).toList());
    }
}
