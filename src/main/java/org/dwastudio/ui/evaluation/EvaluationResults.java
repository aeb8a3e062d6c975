package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.EvaluationRow;
import org.dwastudio.stage.evaluation.result.FairScores;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.request.EvaluationOutcome;

/**
 * Results of the trained students, as the evaluation page shows them.
 *
 * @param folder folder of the result tables
 * @param config recipe of the students
 * @param rows one row per student kind with at least one finished student
 * @param scores those of which every student kind that they need has a finished student
 * @param onUnequalClasses true if the classes of the test images clearly differ in size
 * @param students finished students
 * @param classNames names of the classes, in label order
 * @param markdown result table in Markdown
 * @param latex result table in LaTeX
 * @param csv result table in CSV
 */
public record EvaluationResults(
        Path folder,
        EvaluationConfig config,
        List<Row> rows,
        FairScores scores,
        boolean onUnequalClasses,
        List<Student> students,
        List<String> classNames,
        String markdown,
        String latex,
        String csv) {
    /**
     * Mean and standard deviation of repeated measurements.
     *
     * @param mean mean of the measurements
     * @param deviation sample standard deviation; 0 for a single measurement
     */
    public record Measured(double mean, double deviation) {
        static Measured of(MeanAndStdDev spread) {
            return new Measured(spread.mean(), spread.deviation());
        }
    }

    /**
     * Results of the students of one kind; accuracies are shares, 0 to 1.
     *
     * @param images number of images that each student was trained on
     * @param kept {@code images} as a share of all real training images
     * @param students number of finished students
     * @param last top-1 accuracy after the last step
     * @param balanced mean of the accuracies of all classes after the last step
     * @param best top-1 accuracy of the best measurement, which is biased upward
     * @param topFive top-5 accuracy after the last step
     * @param seconds mean training time in seconds
     * @param confusion confusion matrix, summed over the students: counts of test images by actual class, then by
     *     predicted class
     */
    public record Row(
            StudentKind kind,
            int images,
            double kept,
            int students,
            Measured last,
            Measured balanced,
            Measured best,
            Measured topFive,
            double seconds,
            List<List<Long>> confusion) {

        /** Returns the accuracy on the test images of a class, 0 to 1; NaN if the class has no test images. */
        public double accuracyOf(int label) {
            List<Long> row = confusion.get(label);
            return (double) row.get(label)
                    / row.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Result of one finished student.
     *
     * @param number index among the students of its kind, from 0
     * @param last top-1 accuracy after the last step, 0 to 1
     * @param steps number of training steps
     * @param seconds training time in seconds
     */
    public record Student(StudentKind kind, int number, double last, int steps, double seconds) {}

    public EvaluationResults {
        rows = List.copyOf(rows);
        students = List.copyOf(students);
        classNames = List.copyOf(classNames);
    }

    static EvaluationResults of(EvaluationOutcome outcome) {
        EvaluationReport report = outcome.report();
        return new EvaluationResults(
                outcome.folder(),
                outcome.config(),
                report.rows().stream().map(row -> row(row, report)).toList(),
                report.scores(),
                report.isOnUnequalClasses(),
                report.results().stream()
                        .map(one -> new Student(
                                StudentKind.of(one.task()),
                                one.task().student(),
                                one.last(),
                                one.steps(),
                                one.seconds()))
                        .toList(),
                report.classNames(),
                report.markdown(),
                report.latex(),
                report.csv());
    }

    /** Returns the row of a student kind; empty if no student of this kind is finished. */
    public Optional<Row> row(StudentKind kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).findFirst();
    }

    /**
     * Returns the accuracy of the students of the distilled images on every class, 0 to 1 or NaN; empty if no such student is
     * finished. Students with soft labels are preferred.
     */
    public List<Double> accuracies() {
        return rows.stream()
                .filter(row -> row.kind().isDistilled())
                .min(Comparator.comparing(row -> !row.kind().isSoft()))
                .map(row -> IntStream.range(0, classNames.size())
                        .mapToObj(row::accuracyOf)
                        .toList())
                .orElse(List.of());
    }

    private static Row row(EvaluationRow row, EvaluationReport report) {
        int classes = report.classNames().size();
        return new Row(
                StudentKind.of(row.set(), row.labels()),
                row.images(),
                (double) row.images() / report.realImages(),
                row.students().size(),
                Measured.of(row.last()),
                Measured.of(row.balanced()),
                Measured.of(row.best()),
                Measured.of(row.topFive()),
                row.seconds().mean(),
                IntStream.range(0, classes)
                        .mapToObj(label -> confused(row.students(), label, classes))
                        .toList());
    }

    private static List<Long> confused(List<StudentResult> students, int label, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(other -> students.stream()
                        .mapToLong(student -> student.confusion()[label][other])
                        .sum())
                .toList();
    }
}
