package org.dwastudio.sweep;

import java.util.OptionalDouble;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.metric.FairComparison;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;

/**
 * Score of an image set by an objective that trains students.
 *
 * @param objective not {@link Objective#VENDI}
 * @param report results of the students
 */
record ObjectiveScore(Objective objective, EvaluationReport report) {

    /** Returns the score of an image set; empty if students are missing. */
    OptionalDouble of(TrainingSet set) {
        return switch (objective) {
            case SOFT -> mean(set, LabelType.SOFT);
            case HARD -> mean(set, LabelType.HARD);
            case LRS -> labelRobustScore(set);
            case VENDI -> OptionalDouble.empty();
        };
    }

    private OptionalDouble labelRobustScore(TrainingSet set) {
        OptionalDouble hard = mean(set, LabelType.HARD);
        OptionalDouble soft = mean(set, LabelType.SOFT);
        OptionalDouble random = mean(TrainingSet.RANDOM_REAL, LabelType.SOFT);
        OptionalDouble full = mean(TrainingSet.FULL_REAL, LabelType.HARD);
        boolean known = hard.isPresent() && soft.isPresent() && random.isPresent() && full.isPresent();
        return known
                ? OptionalDouble.of(new FairComparison(
                                hard.getAsDouble(), soft.getAsDouble(), random.getAsDouble(), full.getAsDouble())
                        .labelRobustScore())
                : OptionalDouble.empty();
    }

    private OptionalDouble mean(TrainingSet set, LabelType labels) {
        return report.results().stream()
                .filter(result -> result.task().set() == set && result.task().labels() == labels)
                .mapToDouble(StudentResult::last)
                .average();
    }
}
