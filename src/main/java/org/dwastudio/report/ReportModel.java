package org.dwastudio.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.InterruptedRun;
import org.dwastudio.stage.evaluation.RecordedEvaluation;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.export.DistilledSet;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionTable;

/**
 * Content of a run's report.
 *
 * @param directory folder of the run
 * @param set images of the run
 * @param real size of the real dataset; empty if the dataset no longer exists
 * @param ending end of its synthesis
 * @param curves measurements of its synthesis
 * @param evaluations evaluations, the newest first
 * @param inspection last inspection; empty if the run was not inspected
 */
public record ReportModel(
        RunDirectory directory,
        DistilledSet set,
        Optional<RealImageCounts> real,
        Ending ending,
        MeasuredCurves curves,
        List<RecordedEvaluation> evaluations,
        Optional<InspectionReport> inspection) {

    /** End of a synthesis. */
    enum Ending {
        FINISHED,
        STOPPED,
        INTERRUPTED
    }

    public ReportModel {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * Reads a run folder.
     *
     * @param set images of this folder
     * @param real size of the real dataset
     * @throws IOException if a part of it is broken, with a message for the user
     */
    public static ReportModel open(RunDirectory directory, DistilledSet set, Optional<RealImageCounts> real)
            throws IOException {
        return new ReportModel(
                directory,
                set,
                real,
                ending(directory),
                MeasuredCurves.of(directory, set.experiment()),
                RecordedEvaluation.in(directory.folder()),
                InspectionTable.read(directory.folder()));
    }

    private static Ending ending(RunDirectory directory) throws IOException {
        if (directory.isFinished()) {
            return Ending.FINISHED;
        }
        return InterruptedRun.in(directory.folder()).isPresent() ? Ending.INTERRUPTED : Ending.STOPPED;
    }

    /**
     * Returns the evaluation for the summary: of those of the run's current images the one with most kinds of students,
     * and of several the newest.
     */
    Optional<RecordedEvaluation> best() {
        return evaluations.stream()
                .filter(evaluation -> !isOutdated(evaluation))
                .max(Comparator.comparingInt((RecordedEvaluation evaluation) -> Math.min(
                                TrainingSet.augmented().size(),
                                evaluation.results().size()))
                        .thenComparing(RecordedEvaluation::newest));
    }

    /** Returns true if the evaluation was made when the run had more or fewer images. */
    boolean isOutdated(RecordedEvaluation evaluation) {
        return evaluation.isOutdated(set.images().size());
    }

    /**
     * Returns the classes with fewer real training images than distilled images, with the number of both; none if the
     * dataset no longer exists.
     */
    List<String> smallClasses() {
        List<Integer> training = real.map(RealImageCounts::trainingPerClass).orElse(List.of());
        int[] distilled = set.imagesPerClass();
        List<String> names = set.teacher().classNames();
        return IntStream.range(0, Math.min(training.size(), distilled.length))
                .filter(label -> training.get(label) < distilled[label])
                .mapToObj(label -> names.get(label) + " (" + training.get(label) + " < " + distilled[label] + ")")
                .toList();
    }

    /** Returns the findings of an evaluation. */
    EvaluationReport found(RecordedEvaluation evaluation) {
        int all = real.map(RealImageCounts::training).orElseGet(evaluation::realImages);
        return new EvaluationReport(evaluation.results(), all, set.teacher().classNames());
    }

    /** Returns the bytes of a number of images as raw pixels, one byte per channel. */
    long pixelBytes(long images) {
        return images * set.shape().height() * set.shape().width() * set.shape().channels();
    }
}
