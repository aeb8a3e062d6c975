package org.dwastudio.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.ui.evaluation.EvaluationViewModel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.stage.StageProgress;
import org.dwastudio.ui.synthesis.ProgressViewModel;
import org.dwastudio.ui.synthesis.ProgressViewModel.Place;
import org.dwastudio.ui.synthesis.RunPhase;
import org.dwastudio.ui.workspace.Page;
import org.dwastudio.ui.workspace.Workspace;

/** How far, how fast, how long still; memory and the last save. */
final class StatusBar extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Workspace workspace;
    private final Messages texts;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label where = new Label();
    private final Label speed = new Label();
    private final Label left = new Label();
    private final Label memory = new Label();
    private final Label saved = new Label();

    /** @param memoryUsed bytes */
    StatusBar(Workspace workspace, ObservableValue<Number> memoryUsed, Messages texts, Disposables lifetime) {
        this.workspace = workspace;
        this.texts = texts;
        ProgressViewModel progress = workspace.progress();
        getStyleClass().add("status-line");
        where.setId("status");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Region figure : new Region[] {bar, speed, left, memory, saved}) {
            figure.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(bar, where, speed, left, space, memory, saved);
        lifetime.follow(
                this::showRun,
                workspace.run().stateProperty(),
                progress.placeProperty(),
                progress.speedProperty(),
                workspace.activity().stateProperty(),
                workspace.activity().pageProperty(),
                workspace.parameters().problems(),
                workspace.teachers().recipe().problems(),
                workspace.teachers().squeeze().progress().placeProperty(),
                workspace.teachers().squeeze().progress().stepsPerSecondProperty(),
                workspace.relabelling().problems(),
                workspace.relabelling().relabel().progress().placeProperty(),
                workspace.relabelling().relabel().progress().stepsPerSecondProperty(),
                workspace.students().recipe().problems(),
                workspace.students().evaluation().progress().placeProperty(),
                workspace.students().evaluation().progress().stepsPerSecondProperty());
        lifetime.follow(
                progress.savedProperty(),
                time -> saved.setText(
                        time.map(at -> texts.format("status.saved", TIME.format(at.atZone(ZoneId.systemDefault()))))
                                .orElse("")));
        lifetime.follow(
                memoryUsed,
                bytes -> memory.setText(texts.format("status.memory", ByteSizeText.inWords(bytes.longValue()))));
    }

    private void showRun() {
        switch (workspace.activity().busyPage().orElse(Page.SYNTHESIS)) {
            case SQUEEZE -> showSqueeze(workspace.teachers().squeeze());
            case SYNTHESIS -> showSynthesis();
            case RELABEL -> showRelabel(workspace.relabelling().relabel());
            case EVALUATION -> showEvaluation(workspace.students().evaluation());
        }
        for (Label label : new Label[] {speed, left}) {
            label.setManaged(!label.getText().isEmpty());
        }
    }

    private void showSqueeze(SqueezeViewModel squeeze) {
        showByEpochs(
                squeeze.stateProperty().get(),
                squeeze.progress(),
                now -> texts.format("squeeze.status", Integer.toString(now.epoch()), Integer.toString(now.epochs())));
        OptionalDouble images = squeeze.imagesPerSecond();
        if (!speed.getText().isEmpty() && images.isPresent()) {
            speed.setText(texts.format("squeeze.speed", SpeedText.of(images.getAsDouble())));
        }
    }

    private void showRelabel(RelabelViewModel relabel) {
        showByEpochs(
                relabel.stateProperty().get(),
                relabel.progress(),
                now -> texts.format("relabel.status", Integer.toString(now.epoch()), Integer.toString(now.epochs())));
    }

    private void showEvaluation(EvaluationViewModel evaluation) {
        showByEpochs(
                evaluation.stateProperty().get(),
                evaluation.progress(),
                now -> texts.format(
                        "evaluation.status",
                        Integer.toString(now.part() + 1),
                        Integer.toString(now.parts()),
                        Integer.toString(now.epoch()),
                        Integer.toString(now.epochs())));
    }

    private void showByEpochs(RunPhase state, StageProgress progress, Function<StageProgress.Place, String> words) {
        Optional<StageProgress.Place> place = progress.placeProperty().get();
        bar.setProgress(place.map(StageProgress.Place::fraction).orElse(0.0));
        where.setText(inState(state, place.map(words).orElse(texts.get("status.preparing"))));
        boolean moving = state == RunPhase.RUNNING;
        OptionalDouble steps = progress.stepsPerSecondProperty().get();
        speed.setText(
                moving && steps.isPresent() ? texts.format("stage.speed", SpeedText.of(steps.getAsDouble())) : "");
        left.setText(moving ? leftWords(progress.secondsLeft()) : "");
    }

    private String leftWords(OptionalDouble seconds) {
        return seconds.isPresent()
                ? texts.format("status.left", DurationText.inWords(seconds.getAsDouble(), texts))
                : "";
    }

    private void showSynthesis() {
        RunPhase state = workspace.run().stateProperty().get();
        Optional<Place> place = workspace.progress().placeProperty().get();
        bar.setProgress(place.map(Place::fraction).orElse(0.0));
        where.setText(words(state, place));
        OptionalDouble measured = workspace.progress().speedProperty().get();
        boolean moving = state == RunPhase.RUNNING && measured.isPresent();
        speed.setText(moving ? texts.format("speed", SpeedText.of(measured.getAsDouble())) : "");
        left.setText(moving ? leftWords(workspace.progress().secondsLeft()) : "");
    }

    private String words(RunPhase state, Optional<Place> place) {
        String position = place.map(now -> texts.format(
                        "status.place",
                        now.column() + 1,
                        now.columns(),
                        Integer.toString(now.iteration()),
                        Integer.toString(now.iterations())))
                .orElse(texts.get("status.preparing"));
        return inState(state, position);
    }

    private String inState(RunPhase state, String position) {
        return switch (state) {
            case RUNNING -> position;
            case PAUSED -> texts.format("status.paused", position);
            case STOPPING -> texts.format("status.stopping", position);
            case IDLE -> idleWords();
        };
    }

    private String idleWords() {
        return workspace.activity().problems().values().stream().findFirst().orElse(texts.get("status.ready"));
    }
}
