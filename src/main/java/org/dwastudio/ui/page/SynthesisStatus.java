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
                    Mark.RUNNING, place.map(now -> column(now, texts)).orElse(texts.get("stage.synthesis.preparing")));
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
                place.map(now -> position(now, texts)),
                speed.isPresent()
                        ? Optional.of(texts.format("speed", SpeedText.of(speed.getAsDouble())))
                        : Optional.empty(),
                progress.secondsLeft(),
                progress.savedProperty().get());
    }

    private String column(Place now, Messages texts) {
        return progress.isTogether()
                ? texts.format("stage.synthesis.together", now.columns())
                : texts.format("stage.synthesis.column", now.column() + 1, now.columns());
    }

    private String position(Place now, Messages texts) {
        String iteration = Integer.toString(now.iteration());
        String iterations = Integer.toString(now.iterations());
        return progress.isTogether()
                ? texts.format("status.placeTogether", now.columns(), iteration, iterations)
                : texts.format("status.place", now.column() + 1, now.columns(), iteration, iterations);
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
