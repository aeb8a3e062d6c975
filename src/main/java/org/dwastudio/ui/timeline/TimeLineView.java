package org.dwastudio.ui.timeline;

import atlantafx.base.controls.ProgressSliderSkin;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.config.TuningChange;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.fx.FxTimer;
import org.dwastudio.ui.screen.Messages;

/** View of the time line: a slider over the iterations of a run, with its snapshots and the changes by hand. */
public final class TimeLineView {
    private static final Duration FRAME = Duration.ofMillis(120);
    /** Width from which there is room for the count of snapshots, in pixels. */
    private static final double ROOM_FOR_COUNT = 560;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final TimeLineViewModel model;
    private final Messages texts;
    private final Slider slider = new Slider();
    private final TimeLineTicks ticks = new TimeLineTicks();
    private final Label place = new Label();
    private final Label count = new Label();
    private final Label newest = new Label();
    private final Button live = new Button();
    private final Label note = new Label();
    private final HBox controls;
    private final StackPane node = new StackPane();
    /** True while the model moves the thumb. */
    private boolean following;

    private boolean narrow;

    public TimeLineView(TimeLineViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        node.getStyleClass().addAll("studio-card", "time-line");
        node.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        note.setId("time-line-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        controls = new HBox(
                button("time-line-first", StudioIcon.FIRST, "timeline.first", model::toStart),
                playButton(lifetime),
                button("time-line-next", StudioIcon.STEP, "timeline.next", () -> model.move(1)),
                line(),
                status());
        controls.getStyleClass().add("time-line-controls");
        node.getChildren().addAll(controls, note);
        node.widthProperty().subscribe(width -> fit(width.doubleValue() > 0 && width.doubleValue() < ROOM_FOR_COUNT));
        connect(lifetime);
    }

    public StackPane node() {
        return node;
    }

    private Node line() {
        slider.setId("time-line-slider");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setAccessibleText(texts.get("timeline.name"));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        slider.valueProperty().addListener((observable, old, now) -> {
            if (!following && now.intValue() != model.positionProperty().get()) {
                model.lookAt(now.doubleValue());
            }
        });
        StackPane line = new StackPane(ticks, slider);
        line.setMinWidth(120);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private Node status() {
        place.setId("time-line-place");
        place.getStyleClass().add("time-line-place");
        count.getStyleClass().add("muted");
        live.setId("time-line-live");
        live.setText(texts.get("timeline.live"));
        live.getStyleClass().add("time-line-live");
        live.setOnAction(event -> model.toLive());
        newest.getStyleClass().add("muted");
        newest.setText(texts.get("timeline.newest"));
        HBox words = new HBox(place, count);
        words.getStyleClass().add("time-line-words");
        live.setMinWidth(Region.USE_PREF_SIZE);
        StackPane follow = new StackPane(newest, live);
        follow.setAlignment(Pos.CENTER_RIGHT);
        // Both lie in one place: the slider must not become shorter while it is dragged.
        VBox status = new VBox(words, follow);
        status.getStyleClass().add("time-line-status");
        return status;
    }

    private Button playButton(Disposables lifetime) {
        Button play = button("time-line-play", StudioIcon.START, "timeline.play", model::playOrPause);
        lifetime.follow(model.playingProperty(), playing -> {
            play.setGraphic((playing ? StudioIcon.PAUSE : StudioIcon.START).node());
            String name = texts.get(playing ? "timeline.pause" : "timeline.play");
            play.setTooltip(new Tooltip(name));
            play.setAccessibleText(name);
        });
        FxTimer timer = new FxTimer(FRAME, model::advance);
        lifetime.follow(model.playingProperty(), playing -> {
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
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void connect(Disposables lifetime) {
        lifetime.follow(this::placeThumb, model.lastProperty(), model.positionProperty());
        lifetime.follow(
                () -> showPlace(),
                model.positionProperty(),
                model.lastProperty(),
                model.momentsProperty(),
                model.liveProperty());
        lifetime.follow(
                () -> ticks.show(new TimeLineTicks.Content(
                        model.lastProperty().get(),
                        model.reachedProperty().get(),
                        model.momentsProperty().get().iterations(),
                        model.changes().stream().map(this::mark).toList())),
                model.lastProperty(),
                model.reachedProperty(),
                model.momentsProperty(),
                model.changes());
        lifetime.follow(model.stateProperty(), this::showState);
    }

    private void placeThumb() {
        following = true;
        slider.setMax(Math.max(1, model.lastProperty().get()));
        slider.setValue(model.positionProperty().get());
        following = false;
    }

    /** Gives the slider the space of the count of snapshots where there is little. */
    private void fit(boolean now) {
        narrow = now;
        node.pseudoClassStateChanged(NARROW, now);
        Visibility.show(count, live.isVisible() && !now);
    }

    private void showState(TimeLineState state) {
        boolean ready = state == TimeLineState.READY;
        Visibility.show(controls, ready);
        Visibility.show(note, !ready);
        Function<TimeLineState, String> key = now -> switch (now) {
            case EMPTY, READY -> "timeline.empty";
            case OFF -> "timeline.off";
            case MISSING -> "timeline.missing";
            case DAMAGED -> "timeline.damaged";
        };
        note.setText(texts.get(key.apply(state)));
    }

    private void showPlace() {
        List<Integer> moments = model.momentsProperty().get().iterations();
        int position = model.positionProperty().get();
        place.setText(texts.format(
                "timeline.place",
                Integer.toString(position),
                Integer.toString(model.lastProperty().get())));
        boolean back = !model.liveProperty().get();
        count.setText(back ? texts.format("timeline.count", moments.indexOf(position) + 1, moments.size()) : "");
        Visibility.show(count, back && !narrow);
        newest.setVisible(!back);
        live.setVisible(back);
    }

    private TimeLineTicks.Change mark(TuningChange change) {
        return new TimeLineTicks.Change(
                change.iteration(),
                texts.format(
                        "timeline.change",
                        texts.get("parameter." + change.parameter().key() + ".name"),
                        NumberText.exact(change.from()),
                        NumberText.exact(change.to())));
    }

    private void keyPressed(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> model.move(-1);
            case RIGHT -> model.move(1);
            case HOME -> model.toStart();
            case END -> model.toLive();
            case SPACE -> model.playOrPause();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
