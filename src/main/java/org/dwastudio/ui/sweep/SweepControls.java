package org.dwastudio.ui.sweep;

import java.util.Locale;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;

/** Buttons that start, pause, stop, open and save a sweep, with its state as a line. */
final class SweepControls {
    private final SweepViewModel model;
    private final Messages texts;
    private final Button start;
    private final Button pause;
    private final Button stop;
    private final Button another;
    private final Label state = new Label();
    private final VBox node;

    SweepControls(SweepViewModel model, SweepHandlers handlers, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        Locale language = texts.language().locale();
        start = new ActionButton("sweep-start", texts.get("sweep.start"), StudioIcon.START, () -> model.start(language))
                .likely();
        pause = new ActionButton("sweep-pause", texts.get("command.pause"), StudioIcon.PAUSE, model::pauseOrResume);
        stop = new ActionButton("sweep-stop", texts.get("sweep.stop"), StudioIcon.STOP, model::stop);
        another = new ActionButton("sweep-another", texts.get("sweep.another"), StudioIcon.NEW, model::planAnother)
                .small();
        FlowPane run = new FlowPane(6, 6, start, pause, stop);
        FlowPane files = new FlowPane(
                6,
                6,
                new ActionButton("sweep-open", texts.get("sweep.open"), StudioIcon.OPEN, () -> handlers.folder()
                                .get()
                                .ifPresent(model::open))
                        .small(),
                new ActionButton("sweep-load", texts.get("sweep.load"), StudioIcon.OPTIONS, () -> handlers.file()
                                .get()
                                .ifPresent(model::open))
                        .small(),
                new ActionButton("sweep-save", texts.get("sweep.save"), StudioIcon.SAVE, () -> handlers.target()
                                .get()
                                .ifPresent(model::save))
                        .small(),
                another);
        state.setId("sweep-state");
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        state.getStyleClass().add("muted");
        node = new VBox(state, run, files);
        node.getStyleClass().add("sweep-controls");
        lifetime.follow(this::show, sources());
    }

    private Observable[] sources() {
        return new Observable[] {
            model.stateProperty(),
            model.standingProperty(),
            model.contentProperty(),
            model.costProperty(),
            model.engineProperty()
        };
    }

    VBox node() {
        return node;
    }

    private void show() {
        RunPhase now = model.stateProperty().get();
        boolean known = model.standingProperty().get().isPresent();
        boolean unfinished =
                model.standingProperty().get().filter(one -> !one.isComplete()).isPresent();
        start.setText(texts.get(known ? "sweep.continue" : "sweep.start"));
        Visibility.show(start, !now.isActive() && (!known || unfinished));
        start.setDisable(!model.canStart() && !model.canContinue());
        Visibility.show(pause, now.isActive());
        pause.setDisable(now == RunPhase.STOPPING);
        pause.setText(texts.get(now == RunPhase.PAUSED ? "command.resume" : "command.pause"));
        pause.setGraphic((now == RunPhase.PAUSED ? StudioIcon.START : StudioIcon.PAUSE).node());
        Visibility.show(stop, now.isActive());
        stop.setDisable(now == RunPhase.STOPPING);
        Visibility.show(another, known && !now.isActive());
        state.setText(text(now, known, unfinished));
        Visibility.show(state, !state.getText().isEmpty());
    }

    private String text(RunPhase now, boolean known, boolean unfinished) {
        if (now.isActive()) {
            return model.work().position(texts);
        }
        if (model.engineProperty().getValue().isActive()) {
            return texts.get("sweep.waits");
        }
        return known ? texts.get(unfinished ? "sweep.interrupted" : "sweep.complete") : "";
    }
}
