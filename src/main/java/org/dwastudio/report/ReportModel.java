package org.dwastudio.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.InterruptedRun;
import org.dwastudio.stage.evaluation.RecordedEvaluation;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.export.DistilledSet;

/**
 * All that a report tells of a run.
 *
 * @param directory its folder
 * @param set its pictures
 * @param real the images that they stand for; empty when the dataset is not there any more
 * @param ending how its synthesis ended
 * @param curves what was measured meanwhile
 * @param evaluations the newest first
 */
public record ReportModel(
        RunDirectory directory,
        DistilledSet set,
        Optional<RealImageCounts> real,
        Ending ending,
        MeasuredCurves curves,
        List<RecordedEvaluation> evaluations) {

    /** How a synthesis ended. */
    enum Ending {
        FINISHED,
        STOPPED,
        INTERRUPTED
    }

    public ReportModel {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * Looks what a run folder holds.
     *
     * @param set the pictures of this folder
     * @param real see above
     * @throws IOException when something in it is broken, in words
     */
    public static ReportModel open(RunDirectory directory, DistilledSet set, Optional<RealImageCounts> real)
            throws IOException {
        return new ReportModel(
                directory,
                set,
                real,
                ending(directory),
                MeasuredCurves.of(directory),
                RecordedEvaluation.in(directory.folder()));
    }

    private static Ending ending(RunDirectory directory) throws IOException {
        if (directory.isFinished()) {
            return Ending.FINISHED;
        }
        return InterruptedRun.in(directory.folder()).isPresent() ? Ending.INTERRUPTED : Ending.STOPPED;
    }

    /** The evaluation that the summary tells of: the newest of the pictures that the run has now, with most students. */
    Optional<RecordedEvaluation> best() {
        return evaluations.stream()
                .filter(evaluation -> !isOfOtherPictures(evaluation))
                .max(Comparator.comparingInt((RecordedEvaluation evaluation) -> Math.min(
                                TrainingSet.values().length,
                                evaluation.results().size()))
                        .thenComparing(RecordedEvaluation::newest));
    }

    /** Whether it was made when the run had more or fewer pictures. */
    boolean isOfOtherPictures(RecordedEvaluation evaluation) {
        return evaluation.results().stream()
                .filter(result -> result.task().set() == TrainingSet.DISTILLED)
                .anyMatch(result -> result.images() != set.pictures().size());
    }

    /** What an evaluation found. */
    EvaluationReport found(RecordedEvaluation evaluation) {
        int all = real.map(RealImageCounts::training).orElseGet(() -> evaluation.results().stream()
                .filter(result -> result.task().set() == TrainingSet.FULL_REAL)
                .mapToInt(StudentResult::images)
                .findFirst()
                .orElse(0));
        return new EvaluationReport(evaluation.results(), all, set.teacher().classNames());
    }

    /** Bytes of so many pictures as plain pixels, one byte each and channel. */
    long pixelBytes(long pictures) {
        return pictures
                * set.shape().height()
                * set.shape().width()
                * set.shape().channels();
    }
}
