package org.dwastudio.ui.page;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import org.dwastudio.ui.evaluation.EvaluationResults;
import org.dwastudio.ui.evaluation.EvaluationViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.stage.StageMotion;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;

/** State of the evaluation. */
record EvaluationStatus(EvaluationViewModel evaluation) implements StageStatus {

    @Override
    public StageSummary summary(Messages texts) {
        StageSummary ofRun = summaryOfRun(texts);
        boolean other = ofRun.mark() == Mark.DONE && !evaluation.evaluated().isShown();
        return other ? new StageSummary(Mark.WAITING, texts.format("stage.otherRun", ofRun.text())) : ofRun;
    }

    private StageSummary summaryOfRun(Messages texts) {
        if (evaluation.work().isActive()) {
            return new StageSummary(Mark.RUNNING, student(texts));
        }
        if (evaluation.work().failedProperty().get()) {
            return new StageSummary(Mark.FAILED, texts.get("stage.synthesis.failed"));
        }
        return distilled()
                .map(row -> new StageSummary(
                        evaluation.isWhole() ? Mark.DONE : Mark.WAITING,
                        texts.format(
                                "stage.evaluation.accuracy",
                                PercentText.of(row.last().mean()))))
                .orElseGet(() -> new StageSummary(Mark.WAITING, texts.get("stage.evaluation.waiting")));
    }

    private String student(Messages texts) {
        return evaluation
                .progress()
                .placeProperty()
                .get()
                .map(now -> texts.format(
                        "stage.evaluation.student", Integer.toString(now.part() + 1), Integer.toString(now.parts())))
                .orElse(texts.get("stage.synthesis.preparing"));
    }

    /** Returns the result of the students trained on the distilled images. */
    private Optional<EvaluationResults.Row> distilled() {
        return evaluation.resultsProperty().get().flatMap(results -> results.rows().stream()
                .filter(row -> row.kind().isMain())
                .findFirst());
    }

    @Override
    public StageMotion motion(Messages texts) {
        return StageMotion.of(
                evaluation.progress(),
                now -> texts.format(
                        "evaluation.status",
                        Integer.toString(now.part() + 1),
                        Integer.toString(now.parts()),
                        Integer.toString(now.epoch()),
                        Integer.toString(now.epochs())),
                texts);
    }

    @Override
    public List<Observable> sources() {
        return List.of(
                evaluation.evaluated().runProperty(),
                evaluation.work().stateProperty(),
                evaluation.work().failedProperty(),
                evaluation.resultsProperty(),
                evaluation.queueProperty(),
                evaluation.progress().placeProperty(),
                evaluation.progress().savedProperty(),
                evaluation.progress().stepsPerSecondProperty());
    }
}
