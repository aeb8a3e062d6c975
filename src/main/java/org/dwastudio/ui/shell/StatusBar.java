package org.dwastudio.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StageMotion;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.workspace.StageController;

/** Progress, speed and time left of the active stage, or of a sweep; memory and the last save. */
final class StatusBar extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final StageController stages;
    private final Messages texts;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label position = new Label();
    private final Label speed = new Label();
    private final Label left = new Label();
    private final Label memory = new Label();
    private final Label saved = new Label();

    /** @param memoryUsed bytes */
    StatusBar(StageController stages, ObservableValue<Number> memoryUsed, Messages texts, Disposables lifetime) {
        this.stages = stages;
        this.texts = texts;
        getStyleClass().add("status-line");
        position.setId("status");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Region figure : new Region[] {bar, speed, left, memory, saved}) {
            figure.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(bar, position, speed, left, space, memory, saved);
        lifetime.follow(this::show, sources());
        lifetime.follow(
                memoryUsed,
                bytes -> memory.setText(texts.format("status.memory", ByteSizeText.format(bytes.longValue()))));
    }

    /** Adds a control before the memory. */
    void addControl(Node control) {
        getChildren().add(getChildren().indexOf(memory), control);
    }

    private Observable[] sources() {
        List<Observable> sources = new ArrayList<>(List.of(stages.problemSources()));
        sources.addAll(stages.other().sources());
        for (StagePage page : stages.pages().all()) {
            sources.addAll(page.status().sources());
            sources.add(page.work().loadedProperty());
            sources.add(page.work().steppingProperty());
        }
        return sources.toArray(Observable[]::new);
    }

    /** Shows the active stage; while there is none, that of the shown page. The last save is that of any stage. */
    private void show() {
        if (stages.isOtherActive()) {
            bar.setProgress(stages.other().fraction());
            position.setText(stages.other().position(texts));
            for (Label label : new Label[] {speed, left}) {
                label.setText("");
                label.setManaged(false);
            }
            return;
        }
        StagePage page = stages.pages().busy().orElse(stages.shownPage());
        StageMotion motion = page.status().motion(texts);
        RunPhase state = page.work().stateProperty().get();
        boolean moving = state == RunPhase.RUNNING;
        boolean preparing = state.isActive() && motion.position().isEmpty();
        boolean stepping = page.work().steppingProperty().get();
        bar.setProgress(preparing || stepping ? ProgressBar.INDETERMINATE_PROGRESS : motion.fraction());
        position.setText(
                preparing && state != RunPhase.STOPPING
                        ? preparation(page)
                        : positionIn(state, motion.position().orElse(""), stepping));
        speed.setText(motion.speed().filter(known -> moving).orElse(""));
        left.setText(moving ? timeLeft(motion.secondsLeft()) : "");
        saved.setText(stages.pages().all().stream()
                .flatMap(one -> one.status().motion(texts).saved().stream())
                .max(Comparator.naturalOrder())
                .map(at -> texts.format("status.saved", TIME.format(at.atZone(ZoneId.systemDefault()))))
                .orElse(""));
        for (Label label : new Label[] {speed, left}) {
            label.setManaged(!label.getText().isEmpty());
        }
    }

    private String timeLeft(OptionalDouble seconds) {
        return seconds.isPresent()
                ? texts.format("status.left", DurationText.approximate(seconds.getAsDouble(), texts))
                : "";
    }

    private String preparation(StagePage page) {
        return texts.get(
                page.work().loadedProperty().get()
                        ? "status.firstStep"
                        : "status.loading." + page.stage().key());
    }

    private String positionIn(RunPhase state, String running, boolean stepping) {
        return switch (state) {
            case RUNNING -> running;
            case PAUSED -> texts.format(stepping ? "status.stepping" : "status.paused", running);
            case STOPPING ->
                running.isEmpty() ? texts.get("status.stoppingFirst") : texts.format("status.stopping", running);
            case IDLE -> stages.problems().values().stream().findFirst().orElse(texts.get("status.ready"));
        };
    }
}
