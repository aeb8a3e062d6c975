package org.dwastudio.stage.evaluation.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.text.SpreadsheetText;
import org.dwastudio.train.LabelType;

/**
 * Report on an evaluation: mean ± standard deviation over the students of each kind, and the comparison.
 *
 * @param results of all students
 * @param realImages number of training images of the whole dataset; 0 if it is not known
 * @param classNames in label order
 */
public record EvaluationReport(List<StudentResult> results, int realImages, List<String> classNames) {
    private static final List<String> HEADER = ResultColumn.titles(Locale.ENGLISH);

    private static final String ON_HELD_OUT =
            "Accuracies are measured on held-out training images, not on the test split.";

    private static final String ON_UNEQUAL_CLASSES =
            "The classes of the test images differ in size: top-1 and the scores count large classes more. Compare the"
                    + " balanced accuracy, which counts every class alike.";

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

    /** Returns the scores whose students are finished. */
    public FairScores scores() {
        return FairScores.of(results);
    }

    /** Returns the table in Markdown, followed by the scores and notes. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", HEADER)).append(" |\n");
        text.append("|").append("---|".repeat(HEADER.size())).append('\n');
        for (EvaluationRow row : rows()) {
            text.append("| ")
                    .append(String.join(" | ", cells(row, " %", " ± ")))
                    .append(" |\n");
        }
        FairScores scores = scores();
        if (!scores.isEmpty()) {
            text.append('\n').append(scores.sentence(" ± ")).append('\n');
        }
        notes().forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    /** Returns true if the students were measured on held-out training images instead of the test split. */
    public boolean isOnHeldOutImages() {
        return results.stream().anyMatch(result -> result.scoredOn() == ScoredOn.HELD_OUT);
    }

    /**
     * Returns true if the largest class of the test images is more than a tenth larger than the smallest. Accuracies and
     * scores then count large classes more than small ones.
     */
    public boolean isOnUnequalClasses() {
        return results.stream().anyMatch(StudentResult::isOnUnequalClasses);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (isOnHeldOutImages()) {
            notes.add(ON_HELD_OUT);
        }
        if (isOnUnequalClasses()) {
            notes.add(ON_UNEQUAL_CLASSES);
        }
        return notes;
    }

    /** Returns the table in LaTeX, followed by the scores and notes as comments. */
    public String latex() {
        StringBuilder text = new StringBuilder("\\begin{tabular}{llrrrrrrrr}\n\\hline\n");
        text.append(String.join(" & ", HEADER)).append(" \\\\\n\\hline\n");
        for (EvaluationRow row : rows()) {
            text.append(String.join(" & ", cells(row, "\\,\\%", " $\\pm$ "))).append(" \\\\\n");
        }
        text.append("\\hline\n\\end{tabular}\n");
        FairScores scores = scores();
        if (!scores.isEmpty()) {
            text.append("% ").append(scores.sentence(" $\\pm$ ")).append('\n');
        }
        notes().forEach(note -> text.append("% ").append(note).append('\n'));
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

    /**
     * Returns the cells of a row, in the order of {@link ResultColumn}.
     *
     * @param percent percent sign with its space
     * @param plusMinus text between mean and standard deviation
     */
    List<String> cells(EvaluationRow row, String percent, String plusMinus) {
        return List.of(
                row.set().label(),
                row.labels().key(),
                String.format(Locale.ROOT, "%,d", row.images()),
                realImages == 0 ? "" : String.format(Locale.ROOT, "%.3g%s", 100.0 * row.images() / realImages, percent),
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
}
