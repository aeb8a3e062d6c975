package org.dwastudio.pipeline.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dwastudio.pipeline.Labels;
import org.dwastudio.pipeline.StudentResult;
import org.dwastudio.pipeline.TrainingSet;

/**
 * The students of one kind, together.
 *
 * @param set on which images
 * @param labels what they were told
 * @param students one or more
 */
record EvaluationRow(TrainingSet set, Labels labels, List<StudentResult> students) {
    int images() {
        return students.get(0).images();
    }

    Spread last() {
        return spread(StudentResult::last);
    }

    Spread best() {
        return spread(StudentResult::best);
    }

    Spread topFive() {
        return spread(StudentResult::topFive);
    }

    Spread seconds() {
        return spread(StudentResult::seconds);
    }

    private Spread spread(ToDoubleFunction<StudentResult> figure) {
        return Spread.of(students.stream().map(figure::applyAsDouble).toList());
    }
}
