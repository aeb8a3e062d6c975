package org.dwastudio.ui.comparison;

import atlantafx.base.controls.ProgressSliderSkin;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.fx.FxTimer;
import org.dwastudio.ui.screen.Messages;

/** View of the time line of all runs: a slider over iterations, or over percent of the iterations of each run. */
final class ComparisonLineView {
    private static final Duration FRAME = Duration.ofMillis(120);
    private static final double STATUS = 150;

    private final ComparisonLineViewModel model;
    private final Messages texts;
    private final Slider slider = new Slider();
    private final Label place = new Label();
    private final Label note = new Label();
    private final HBox node;

    ComparisonLineView(ComparisonLineViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        node = new HBox(
                button("comparison-first", StudioIcon.FIRST, "timeline.first", model::toStart),
                playButton(lifetime),
                button("comparison-next", StudioIcon.STEP, "timeline.next", () -> model.move(1)),
                line(),
                status());
        node.getStyleClass().addAll("studio-card", "comparison-line");
        node.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(model.lineProperty(), now -> slider.setMax(Math.max(1, now.end())));
        lifetime.follow(model.positionProperty(), now -> slider.setValue(now.doubleValue()));
        lifetime.follow(this::showPlace, model.lineProperty(), model.positionProperty());
    }

    HBox node() {
        return node;
    }

    private Node line() {
        slider.setId("comparison-slider");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setAccessibleText(texts.get("timeline.name"));
        slider.setMinWidth(120);
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        slider.valueProperty().addListener((observable, old, now) -> {
            if (now.doubleValue() != model.positionProperty().get()) {
                model.lookAt(now.doubleValue());
                // The thumb stays where the mouse is only while it is dragged.
                if (!slider.isValueChanging()) {
                    slider.setValue(model.positionProperty().get());
                }
            }
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        return slider;
    }

    private Node status() {
        place.setId("comparison-place");
        place.getStyleClass().add("time-line-place");
        note.getStyleClass().add("muted");
        VBox status = new VBox(place, note);
        status.setAlignment(Pos.CENTER_RIGHT);
        status.setMinWidth(STATUS);
        return status;
    }

    private Button playButton(Disposables lifetime) {
        Button play = button("comparison-play", StudioIcon.START, "timeline.play", model::playOrPause);
        FxTimer timer = new FxTimer(FRAME, model::advance);
        lifetime.follow(model.playingProperty(), playing -> {
            play.setGraphic((playing ? StudioIcon.PAUSE : StudioIcon.START).node());
            String name = texts.get(playing ? "timeline.pause" : "timeline.play");
            play.setTooltip(new Tooltip(name));
            play.setAccessibleText(name);
            if (playing) {
                timer.start();
            } else {
                timer.stop();
            }
        });
        lifetime.onEnd(timer::stop);
        return play;
    }

    private Button button(String id, StudioIcon icon, String key, Runnable action) {
        Button button = new Button("", icon.node());
        button.setId(id);
        button.getStyleClass().add("quiet-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void showPlace() {
        ComparisonLine line = model.lineProperty().get();
        boolean ready = !line.stops().isEmpty();
        node.getChildren().stream()
                .filter(child -> child != note.getParent())
                .forEach(child -> Visibility.show(child, ready));
        Visibility.show(place, ready);
        if (!ready) {
            note.setText(texts.get("comparison.line.none"));
            return;
        }
        String now = Long.toString(Math.round(model.positionProperty().get()));
        place.setText(
                line.percent()
                        ? texts.format("comparison.line.percent", now)
                        : texts.format("timeline.place", now, Long.toString(Math.round(line.end()))));
        note.setText(texts.get(line.percent() ? "comparison.line.lengths" : "comparison.line.same"));
    }

    private void keyPressed(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> model.move(-1);
            case RIGHT -> model.move(1);
            case HOME -> model.toStart();
            case END -> model.toEnd();
            case SPACE -> model.playOrPause();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
