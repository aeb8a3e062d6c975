package org.dwastudio.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.stage.StageMotion;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;
import org.dwastudio.ui.stage.StageWork;
import org.dwastudio.ui.synthesis.ProgressViewModel;
import org.dwastudio.ui.synthesis.ProgressViewModel.Place;

/** State of the synthesis. */
record SynthesisStatus(StageWork<?> work, ProgressViewModel progress) implements StageStatus {

    @Override
    public StageSummary summary(Messages texts) {
        Optional<Place> place = progress.placeProperty().get();
        if (work.isActive()) {
            return new StageSummary(
                    Mark.RUNNING,
                    place.map(now -> texts.format("stage.synthesis.column", now.column() + 1, now.columns()))
                            .orElse(texts.get("stage.synthesis.preparing")));
        }
        if (work.failedProperty().get()) {
            return new StageSummary(Mark.FAILED, texts.get("stage.synthesis.failed"));
        }
        return place.filter(now -> now.step() >= now.totalSteps())
                .map(now -> new StageSummary(Mark.DONE, texts.format("stage.synthesis.done", now.columns())))
                .orElseGet(() -> new StageSummary(
                        Mark.WAITING,
                        texts.get(
                                place.isPresent() || work.wasStopped()
                                        ? "stage.synthesis.stopped"
                                        : "stage.synthesis.waiting")));
    }

    @Override
    public StageMotion motion(Messages texts) {
        Optional<Place> place = progress.placeProperty().get();
        OptionalDouble speed = progress.speedProperty().get();
        return new StageMotion(
                place.map(Place::fraction).orElse(0.0),
                place.map(now -> texts.format(
                        "status.place",
                        now.column() + 1,
                        now.columns(),
                        Integer.toString(now.iteration()),
                        Integer.toString(now.iterations()))),
                speed.isPresent()
                        ? Optional.of(texts.format("speed", SpeedText.of(speed.getAsDouble())))
                        : Optional.empty(),
                progress.secondsLeft(),
                progress.savedProperty().get());
    }

    @Override
    public List<Observable> sources() {
        return List.of(
                work.stateProperty(),
                work.failedProperty(),
                progress.placeProperty(),
                progress.speedProperty(),
                progress.savedProperty());
    }
}
