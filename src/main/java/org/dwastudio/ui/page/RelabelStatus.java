package org.dwastudio.ui.page;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.StageMotion;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;

/** State of the stored soft labels. */
record RelabelStatus(RelabelViewModel relabel) implements StageStatus {

    @Override
    public StageSummary summary(Messages texts) {
        StageSummary ofRun = summaryOfRun(texts);
        boolean other = ofRun.mark() == Mark.DONE && !relabel.labeledRun().isShown();
        return other ? new StageSummary(Mark.WAITING, texts.format("stage.otherRun", ofRun.text())) : ofRun;
    }

    private StageSummary summaryOfRun(Messages texts) {
        Optional<SoftLabelStock> kept = relabel.keptProperty().get().value();
        if (relabel.work().isActive()) {
            return new StageSummary(Mark.RUNNING, SqueezeStatus.epoch(relabel.progress(), texts));
        }
        if (relabel.work().failedProperty().get()) {
            return new StageSummary(Mark.FAILED, texts.get("stage.synthesis.failed"));
        }
        if (kept.filter(SoftLabelStock::isWhole).isPresent()) {
            return new StageSummary(
                    Mark.DONE,
                    texts.format(
                            "stage.relabel.stored",
                            ByteSizeText.format(kept.get().bytes())));
        }
        if (!relabel.wantedProperty().get()) {
            return new StageSummary(Mark.WAITING, texts.get("stage.relabel.online"));
        }
        return new StageSummary(
                Mark.WAITING,
                kept.map(now -> texts.format(
                                "stage.relabel.some", Integer.toString(now.stored()), Integer.toString(now.epochs())))
                        .orElse(texts.get("stage.relabel.waiting")));
    }

    @Override
    public StageMotion motion(Messages texts) {
        return StageMotion.of(
                relabel.progress(),
                now -> texts.format("relabel.status", Integer.toString(now.epoch()), Integer.toString(now.epochs())),
                texts);
    }

    @Override
    public List<Observable> sources() {
        return List.of(
                relabel.labeledRun().runProperty(),
                relabel.work().stateProperty(),
                relabel.work().failedProperty(),
                relabel.keptProperty(),
                relabel.wantedProperty(),
                relabel.progress().placeProperty(),
                relabel.progress().savedProperty(),
                relabel.progress().stepsPerSecondProperty());
    }
}
