package org.dwastudio.report;

import java.util.Optional;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.EvaluationRow;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;

/**
 * Comparison of the distilled images with as many random real ones, by students of the same recipe with soft labels.
 *
 * @param distilled students on the images of the run
 * @param random students on random real images
 */
record Verdict(EvaluationRow distilled, EvaluationRow random) {

    /** Returns the comparison if there is a student of both kinds. */
    static Optional<Verdict> of(EvaluationReport found) {
        return row(found, TrainingSet.DISTILLED).flatMap(distilled -> row(found, TrainingSet.RANDOM_REAL)
                .map(random -> new Verdict(distilled, random)));
    }

    private static Optional<EvaluationRow> row(EvaluationReport found, TrainingSet set) {
        return found.rows().stream()
                .filter(row -> row.set() == set && row.labels() == LabelType.SOFT)
                .findFirst();
    }

    /**
     * Returns {@code better}, {@code worse}, or {@code even} if the difference is not larger than the students'
     * standard deviation.
     */
    String key() {
        double noise = Math.max(distilled.last().deviation(), random.last().deviation());
        if (Math.abs(difference()) <= noise) {
            return "even";
        }
        return difference() > 0 ? "better" : "worse";
    }

    String describe(ReportMessages texts) {
        String sentence =
                texts.get("verdict." + key(), spread(distilled), spread(random), ReportMessages.points(difference()));
        boolean single = Math.min(distilled.students().size(), random.students().size()) < 2;
        return single ? sentence + " " + texts.get("verdict.single") : sentence;
    }

    private double difference() {
        return distilled.last().mean() - random.last().mean();
    }

    private static String spread(EvaluationRow row) {
        MeanAndStdDev last = row.last();
        return ReportMessages.spread(last, row.students().size());
    }
}
