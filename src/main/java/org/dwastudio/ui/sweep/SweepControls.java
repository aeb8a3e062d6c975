package org.dwastudio.ui.sweep;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.dwastudio.text.Message;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;

/** Buttons that start, pause, stop, open and save a sweep, with its state as a line. */
final class SweepControls {
    private static final double TWO_LINES = 36;
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final SweepViewModel model;
    private final Messages texts;
    private final Button start;
    private final Button pause;
    private final Button stop;
    private final Button another;
    private final Button add;
    private final Button apply;
    private final Button leave;
    private final Label state = new Label();
    private final VBox node;

    SweepControls(SweepViewModel model, SweepHandlers handlers, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        Locale language = texts.language().locale();
        start = new ActionButton(
                        "sweep-start", texts.get("sweep.start"), StudioIcon.START, () -> start(handlers, language))
                .likely();
        pause = new ActionButton("sweep-pause", texts.get("command.pause"), StudioIcon.PAUSE, model::pauseOrResume);
        stop = new ActionButton("sweep-stop", texts.get("sweep.stop"), StudioIcon.STOP, model::stop);
        another = new ActionButton("sweep-another", texts.get("sweep.another"), StudioIcon.NEW, model::planAnother)
                .small();
        add = new ActionButton(
                        "sweep-add-trials", texts.get("sweep.addTrials"), StudioIcon.ZOOM_IN, model.addition()::begin)
                .small();
        apply = new ActionButton("sweep-apply", texts.get("sweep.apply"), StudioIcon.DONE, model.addition()::apply)
                .likely();
        leave = new ActionButton("sweep-leave", texts.get("sweep.leave"), StudioIcon.CLOSE, model.addition()::cancel);
        FlowPane run = new FlowPane(6, 6, start, pause, stop, apply, leave);
        FlowPane files = new FlowPane(
                6,
                6,
                open(handlers),
                new ActionButton("sweep-load", texts.get("sweep.load"), StudioIcon.OPTIONS, () -> handlers.file()
                                .get()
                                .ifPresent(model::open))
                        .small(),
                new ActionButton("sweep-save", texts.get("sweep.save"), StudioIcon.SAVE, () -> handlers.target()
                                .get()
                                .ifPresent(model::save))
                        .small(),
                add,
                another);
        state.setId("sweep-state");
        state.setWrapText(true);
        // Room for two lines stays, so that nothing moves when the text changes.
        state.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(TWO_LINES, state.prefHeight(state.getWidth())),
                        state.textProperty(),
                        state.widthProperty()));
        state.setAlignment(Pos.TOP_LEFT);
        state.getStyleClass().add("sweep-state");
        node = new VBox(state, run, files);
        node.getStyleClass().add("sweep-controls");
        lifetime.follow(this::show, sources());
    }

    private ActionButton open(SweepHandlers handlers) {
        ActionButton open = new ActionButton("sweep-open", texts.get("sweep.open"), StudioIcon.OPEN, () -> {}).small();
        open.setOnAction(
                event -> new SweepListPopOver(model.library(), handlers.folder(), model::open, texts).show(open));
        return open;
    }

    private Observable[] sources() {
        return new Observable[] {
            model.stateProperty(),
            model.standingProperty(),
            model.contentProperty(),
            model.costProperty(),
            model.costProblemProperty(),
            model.setup().problemsProperty(),
            model.engineProperty(),
            model.addition().activeProperty(),
            model.work().leftProperty(),
            model.work().partProperty()
        };
    }

    VBox node() {
        return node;
    }

    private void start(SweepHandlers handlers, Locale language) {
        model.costToConfirm()
                .ifPresentOrElse(
                        cost -> handlers.confirmation().accept(cost, () -> model.start(language)),
                        () -> model.start(language));
    }

    private void show() {
        boolean adding = model.addition().activeProperty().get();
        RunPhase now = model.stateProperty().get();
        boolean known = model.standingProperty().get().isPresent();
        boolean unfinished =
                model.standingProperty().get().filter(one -> !one.isComplete()).isPresent();
        start.setText(texts.get(known ? "sweep.continue" : "sweep.start"));
        Visibility.show(start, !adding && !now.isActive() && (!known || unfinished));
        start.setDisable(!model.canStart() && !model.canContinue());
        Visibility.show(pause, now.isActive());
        pause.setDisable(now == RunPhase.STOPPING);
        pause.setText(texts.get(now == RunPhase.PAUSED ? "command.resume" : "command.pause"));
        pause.setGraphic((now == RunPhase.PAUSED ? StudioIcon.START : StudioIcon.PAUSE).node());
        Visibility.show(stop, now.isActive());
        stop.setDisable(now == RunPhase.STOPPING);
        Visibility.show(another, known && !now.isActive() && !adding);
        Visibility.show(add, known && !adding);
        Visibility.show(apply, adding);
        Visibility.show(leave, adding);
        apply.setDisable(!model.addition().canApply());
        state.setText(text(now, known, unfinished));
        state.pseudoClassStateChanged(
                PROBLEM, (adding || (!known && !now.isActive())) && problem().isPresent());
    }

    private String text(RunPhase now, boolean known, boolean unfinished) {
        if (model.addition().activeProperty().get()) {
            return addition();
        }
        if (now.isActive()) {
            return model.work().position(texts);
        }
        if (model.engineProperty().getValue().isActive()) {
            return texts.get("sweep.waits");
        }
        return known ? texts.get(unfinished ? "sweep.interrupted" : "sweep.complete") : notStarted();
    }

    /** Returns why the planned sweep cannot start; empty if it can. */
    private String notStarted() {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            return problem.get();
        }
        if (model.setup().rows().isEmpty()) {
            return "";
        }
        if (model.contentProperty().get().isFailed()) {
            return texts.get("sweep.start.incomplete");
        }
        return model.costProblemProperty().get().isEmpty() && !model.canStart()
                ? texts.get("sweep.start.measuring")
                : "";
    }

    /** Returns what is wrong with settings that have no row of their own. */
    private Optional<String> problem() {
        return model.setup().problemsProperty().get().entrySet().stream()
                .filter(one -> !one.getKey().equals("parameters"))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey().isEmpty()
                        ? texts.show(one.getValue())
                        : texts.format(
                                "sweep.start.problem", texts.get("sweep." + one.getKey()), texts.show(one.getValue())))
                .findFirst();
    }

    private String addition() {
        Optional<String> typed = problem();
        if (typed.isPresent()) {
            return typed.get();
        }
        Optional<Message> problem = model.addition().problem();
        if (problem.isPresent()) {
            return texts.format("sweep.adds.refused", texts.show(problem.get()));
        }
        OptionalInt runs = model.addition().runs();
        return runs.orElse(0) > 0 ? texts.format("sweep.adds", runs.getAsInt()) : texts.get("sweep.adds.nothing");
    }
}
