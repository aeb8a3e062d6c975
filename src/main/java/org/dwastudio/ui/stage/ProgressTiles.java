package org.dwastudio.ui.stage;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.stage.StageProgress.Place;

/** The figures of a stage that goes by epochs, side by side: where it is, how fast it goes, how long it takes still. */
public final class ProgressTiles {
    private final StageProgress progress;
    private final ObservableValue<RunPhase> state;
    private final Messages texts;
    private final Disposables lifetime;
    private final HBox node = new HBox();

    public ProgressTiles(
            StageProgress progress, ObservableValue<RunPhase> state, Messages texts, Disposables lifetime) {
        this.progress = progress;
        this.state = state;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("figures");
    }

    public HBox node() {
        return node;
    }

    /**
     * Adds a figure.
     *
     * @param value its words; empty where nothing is known
     * @param sources what decides it
     */
    public ProgressTiles add(String key, Supplier<String> value, Observable... sources) {
        FigureTile tile = new FigureTile(texts.get(key), "");
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMinWidth(0);
        tile.setPrefWidth(0);
        node.getChildren().add(tile);
        lifetime.follow(
                () -> {
                    String words = value.get();
                    tile.valueProperty().set(words.isEmpty() ? texts.get("figure.none") : words);
                },
                sources);
        return this;
    }

    /** Adds the running part. */
    public ProgressTiles addPart(String key) {
        return add(key, () -> placeText(Place::part, Place::parts, 1), progress.placeProperty());
    }

    /** Adds the running epoch. */
    public ProgressTiles addEpoch() {
        return add("stage.figure.epoch", () -> placeText(Place::epoch, Place::epochs, 0), progress.placeProperty());
    }

    /** Adds a speed that follows from the steps made. */
    public ProgressTiles addSpeed(String key, Supplier<OptionalDouble> perSecond) {
        return add(key, () -> speedText(perSecond.get()), progress.stepsPerSecondProperty());
    }

    /** Adds the remaining time. */
    public ProgressTiles addTimeLeft() {
        return add(
                "stage.figure.left",
                this::leftText,
                progress.stepsPerSecondProperty(),
                progress.placeProperty(),
                state);
    }

    @FunctionalInterface
    private interface Count {
        int of(Place place);
    }

    private String placeText(Count now, Count most, int first) {
        return progress.placeProperty()
                .get()
                .map(place -> texts.format(
                        "figure.ofMost", Integer.toString(first + now.of(place)), Integer.toString(most.of(place))))
                .orElse("");
    }

    private static String speedText(OptionalDouble perSecond) {
        return perSecond.isPresent() ? SpeedText.of(perSecond.getAsDouble()) : "";
    }

    private String leftText() {
        OptionalDouble seconds = progress.secondsLeft();
        return state.getValue() == RunPhase.RUNNING && seconds.isPresent()
                ? DurationText.approximate(seconds.getAsDouble(), texts)
                : "";
    }
}
