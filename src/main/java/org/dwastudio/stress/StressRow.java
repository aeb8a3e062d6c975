package org.dwastudio.stress;

import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.metric.significance.PairedTest;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.train.LabelType;

/**
 * Students of one level with one type of labels, by seed: the mean of the students' top-1 accuracies, 0 to 1.
 *
 * @param key full key of the option
 * @param level its value
 * @param labels labels that the students are trained with
 * @param distilled accuracies on distilled images, by seed
 * @param randomReal accuracies on as many random real images, in the same order
 * @param allReal accuracies on all real training images, in the same order
 */
public record StressRow(
        String key,
        String level,
        LabelType labels,
        List<Double> distilled,
        List<Double> randomReal,
        List<Double> allReal) {
    public StressRow {
        distilled = List.copyOf(distilled);
        randomReal = List.copyOf(randomReal);
        allReal = List.copyOf(allReal);
    }

    /**
     * Returns the rows of a level: one for each type of labels that its students are trained with.
     *
     * @param outcomes finished evaluations, one for each seed
     */
    static List<StressRow> of(StressLevel level, List<EvaluationOutcome> outcomes) {
        return Stream.of(LabelType.values())
                .filter(labels -> !students(outcomes.get(0), TrainingSet.DISTILLED, labels)
                        .isEmpty())
                .map(labels -> new StressRow(
                        level.key(),
                        level.level(),
                        labels,
                        means(outcomes, TrainingSet.DISTILLED, labels),
                        means(outcomes, TrainingSet.RANDOM_REAL, labels),
                        means(outcomes, TrainingSet.FULL_REAL, labels)))
                .toList();
    }

    private static List<Double> means(List<EvaluationOutcome> outcomes, TrainingSet set, LabelType labels) {
        return outcomes.stream()
                .map(outcome -> students(outcome, set, labels).stream()
                        .mapToDouble(StudentResult::last)
                        .average()
                        .orElseThrow())
                .toList();
    }

    private static List<StudentResult> students(EvaluationOutcome outcome, TrainingSet set, LabelType labels) {
        return outcome.results().stream()
                .filter(result -> result.task().set() == set && result.task().labels() == labels)
                .toList();
    }

    /** Returns the mean over the seeds of an image set with augmentation, with its 95 % interval. */
    public MeanInterval mean(TrainingSet set) {
        return MeanInterval.of(
                switch (set.images()) {
                    case DISTILLED -> distilled;
                    case RANDOM_REAL -> randomReal;
                    default -> allReal;
                });
    }

    /** Returns the paired test of distilled against random real images over the seeds. */
    public PairedTest difference() {
        return PairedTest.of(array(distilled), array(randomReal));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
