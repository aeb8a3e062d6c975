package org.dwastudio.stage.evaluation.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.metric.FairComparison;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.text.SpreadsheetText;
import org.dwastudio.train.LabelType;

/**
 * Report on an evaluation: mean ± standard deviation over the students of each kind, and the comparison.
 *
 * @param results of all students
 * @param realImages number of training images of the whole dataset
 * @param classNames in label order
 */
public record EvaluationReport(List<StudentResult> results, int realImages, List<String> classNames) {
    private static final List<String> HEADER = ResultColumn.titles(Locale.ENGLISH);

    private static final String ON_HELD_OUT =
            "Accuracies are measured on held-out training images, not on the test split.";

    private static final String CSV_COLUMNS =
            "set,labels,student,images,steps,top1_last,top1_best,best_step,top5,seconds,top1_balanced";

    /** CSV format that always quotes class names, because they may contain commas and quotes. */
    private static final CSVFormat QUOTED =
            CSVFormat.DEFAULT.builder().setQuoteMode(QuoteMode.ALL).get();

    public EvaluationReport {
        results = List.copyOf(results);
        classNames = List.copyOf(classNames);
    }

    /** Returns one row for every kind with at least one student, soft labels first. */
    public List<EvaluationRow> rows() {
        List<EvaluationRow> rows = new ArrayList<>();
        for (LabelType labels : LabelType.values()) {
            for (TrainingSet set : TrainingSet.values()) {
                List<StudentResult> students = results.stream()
                        .filter(result ->
                                result.task().set() == set && result.task().labels() == labels)
                        .toList();
                if (!students.isEmpty()) {
                    rows.add(new EvaluationRow(set, labels, students));
                }
            }
        }
        return rows;
    }

    /** Returns the comparison once there is a student of each of the four kinds that it needs. */
    public Optional<FairComparison> comparison() {
        double distilledHard = mean(TrainingSet.DISTILLED, LabelType.HARD);
        double distilledSoft = mean(TrainingSet.DISTILLED, LabelType.SOFT);
        double randomSoft = mean(TrainingSet.RANDOM_REAL, LabelType.SOFT);
        double fullHard = mean(TrainingSet.FULL_REAL, LabelType.HARD);
        boolean known = Double.isFinite(distilledHard + distilledSoft + randomSoft + fullHard);
        return known
                ? Optional.of(new FairComparison(distilledHard, distilledSoft, randomSoft, fullHard))
                : Optional.empty();
    }

    private double mean(TrainingSet set, LabelType labels) {
        return MeanAndStdDev.of(results.stream()
                        .filter(result ->
                                result.task().set() == set && result.task().labels() == labels)
                        .map(StudentResult::last)
                        .toList())
                .mean();
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", HEADER)).append(" |\n");
        text.append("|").append("---|".repeat(HEADER.size())).append('\n');
        for (EvaluationRow row : rows()) {
            text.append("| ")
                    .append(String.join(" | ", cells(row, " %", " ± ")))
                    .append(" |\n");
        }
        comparison().ifPresent(found -> text.append('\n').append(scores(found)).append('\n'));
        if (isOnHeldOutImages()) {
            text.append('\n').append(ON_HELD_OUT).append('\n');
        }
        return text.toString();
    }

    /** Returns true if the students were measured on held-out training images instead of the test split. */
    public boolean isOnHeldOutImages() {
        return results.stream().anyMatch(result -> result.scoredOn() == ScoredOn.HELD_OUT);
    }

    public String latex() {
        StringBuilder text = new StringBuilder("\\begin{tabular}{llrrrrrrrr}\n\\hline\n");
        text.append(String.join(" & ", HEADER)).append(" \\\\\n\\hline\n");
        for (EvaluationRow row : rows()) {
            text.append(String.join(" & ", cells(row, "\\,\\%", " $\\pm$ "))).append(" \\\\\n");
        }
        text.append("\\hline\n\\end{tabular}\n");
        comparison().ifPresent(found -> text.append("% ").append(scores(found)).append('\n'));
        if (isOnHeldOutImages()) {
            text.append("% ").append(ON_HELD_OUT).append('\n');
        }
        return text.toString();
    }

    /** Returns one line per student: accuracies as fractions, followed by the accuracy of each class. */
    public String csv() {
        StringBuilder text = new StringBuilder(CSV_COLUMNS);
        if (!classNames.isEmpty()) {
            text.append(',')
                    .append(QUOTED.format(
                            classNames.stream().map(SpreadsheetText::of).toArray()));
        }
        text.append('\n');
        for (StudentResult result : results) {
            List<Object> row = new ArrayList<>(List.of(
                    result.task().set().key(),
                    result.task().labels().key(),
                    result.task().student(),
                    result.images(),
                    result.steps(),
                    result.last(),
                    result.best(),
                    result.bestStep(),
                    result.topFive(),
                    String.format(Locale.ROOT, "%.3f", result.seconds()),
                    result.balanced()));
            for (int label = 0; label < classNames.size(); label++) {
                row.add(result.accuracyOf(label));
            }
            text.append(CSVFormat.DEFAULT.format(row.toArray())).append('\n');
        }
        return text.toString();
    }

    private List<String> cells(EvaluationRow row, String percent, String plusMinus) {
        return List.of(
                row.set().label(),
                row.labels().key(),
                String.format(Locale.ROOT, "%,d", row.images()),
                String.format(Locale.ROOT, "%.3g%s", 100.0 * row.images() / realImages, percent),
                Integer.toString(row.students().size()),
                share(row.last(), row.students().size(), percent, plusMinus),
                share(row.balanced(), row.students().size(), percent, plusMinus),
                share(row.best(), row.students().size(), percent, plusMinus),
                share(row.topFive(), row.students().size(), percent, plusMinus),
                String.format(Locale.ROOT, "%.1f s", row.seconds().mean()));
    }

    /** Formats mean and standard deviation; a single student has no deviation. */
    private static String share(MeanAndStdDev spread, int students, String percent, String plusMinus) {
        String mean = String.format(Locale.ROOT, "%.1f", 100 * spread.mean());
        return students < 2
                ? mean + percent
                : mean + plusMinus + String.format(Locale.ROOT, "%.1f", 100 * spread.deviation()) + percent;
    }

    private static String scores(FairComparison found) {
        return String.format(
                Locale.ROOT,
                "Hard label recovery (HLR, lower is better) %.1f points, improvement over random (IOR, higher is better)"
                        + " %.1f points, label robust score (LRS, 0 to 1) %.3f.",
                100 * found.hardLabelRecovery(),
                100 * found.improvementOverRandom(),
                found.labelRobustScore());
    }
}
