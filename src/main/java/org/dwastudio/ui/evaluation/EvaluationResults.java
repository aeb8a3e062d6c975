package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.EvaluationRow;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.request.EvaluationOutcome;

/**
 * What students did, as the page shows it.
 *
 * @param folder holds the tables
 * @param config the recipe
 * @param rows one for every kind of which a student is done
 * @param scores known as soon as there is a student of each kind that they need
 * @param students those that are done
 * @param classNames in label order
 * @param markdown the table, and so on
 */
public record EvaluationResults(
        Path folder,
        EvaluationConfig config,
        List<Row> rows,
        Optional<Scores> scores,
        List<Student> students,
        List<String> classNames,
        String markdown,
        String latex,
        String csv) {
    /**
     * Several measurements of one thing.
     *
     * @param mean of them
     * @param deviation of a sample; 0 for a single one
     */
    public record Measured(double mean, double deviation) {
        static Measured of(MeanAndStdDev spread) {
            return new Measured(spread.mean(), spread.deviation());
        }
    }

    /**
     * The students of one kind; accuracies are shares, 0 to 1.
     *
     * @param images that each was trained on
     * @param kept share of all real training images that this is
     * @param students how many
     * @param last top-1 accuracy after the last step
     * @param best top-1 accuracy of the best measurement, which flatters
     * @param topFive after the last step
     * @param seconds of training
     * @param confusion sum over the students: test images of a class (row) taken for another (column)
     */
    public record Row(
            StudentKind kind,
            int images,
            double kept,
            int students,
            Measured last,
            Measured best,
            Measured topFive,
            double seconds,
            List<List<Long>> confusion) {

        /** Share of right answers among the test images of a class; NaN when there are none. */
        public double accuracyOf(int label) {
            List<Long> row = confusion.get(label);
            return (double) row.get(label)
                    / row.stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * The distilled set beside what it stands for and what it must beat.
     *
     * @param hardLabelRecovery HLR, difference of shares
     * @param improvementOverRandom IOR, difference of shares
     * @param labelRobust LRS, 0 to 1
     */
    public record Scores(double hardLabelRecovery, double improvementOverRandom, double labelRobust) {}

    /**
     * One that is done.
     *
     * @param number which of its kind, from 0
     * @param last top-1 accuracy, 0 to 1
     * @param steps it made
     * @param seconds of training
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
                report.comparison()
                        .map(found -> new Scores(
                                found.hardLabelRecovery(), found.improvementOverRandom(), found.labelRobustScore())),
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

    /** That of a kind, when a student of it is done. */
    public Optional<Row> row(StudentKind kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).findFirst();
    }

    private static Row row(EvaluationRow row, EvaluationReport report) {
        int classes = report.classNames().size();
        return new Row(
                StudentKind.of(row.set(), row.labels()),
                row.images(),
                (double) row.images() / report.realImages(),
                row.students().size(),
                Measured.of(row.last()),
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
