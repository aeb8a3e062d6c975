package org.dwastudio.ui.sweep.parallel;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.dwastudio.ui.theme.ChartColor;

/** Card with parallel coordinates, the number of trials that brushes keep, and the hovered trial. */
public final class ParallelCard {
    private final TrialFocus focus;
    private final Messages texts;
    private final ParallelPlot plot;
    private final ScoreScale scale = new ScoreScale();
    private final HBox baselines = new HBox();
    private final Label count = new Label();
    private final Hyperlink clear;
    private final Label detail = new Label();
    private final Card card;
    private Optional<ParallelState> state = Optional.empty();

    /** Creates an empty card. */
    public ParallelCard(TrialFocus focus, Messages texts, Disposables lifetime) {
        this.focus = focus;
        this.texts = texts;
        plot = new ParallelPlot(focus, scale::paint);
        VBox.setVgrow(plot, Priority.ALWAYS);
        clear = new Hyperlink(texts.get("sweep.parallel.clear"));
        clear.setId("sweep-brush-clear");
        clear.setOnAction(event -> focus.clearAll());
        clear.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("sweep-brushed");
        count.getStyleClass().add("brushed-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        detail.setId("sweep-hovered");
        detail.getStyleClass().add("muted");
        detail.setMinWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        HBox below = new HBox(detail, scale.node());
        below.getStyleClass().add("parallel-line");
        card = new Card(texts.get("sweep.parallel.title"), plot, below);
        baselines.getChildren().addAll(baseline("preset", ChartColor.BLUE), baseline("random-real", ChartColor.ORANGE));
        baselines.getStyleClass().add("parallel-line");
        baselines.setMinWidth(0);
        card.addAside(baselines);
        card.addAside(count);
        card.addAside(clear);
        card.setMinSize(0, 0);
        lifetime.follow(this::refresh, focus.hoveredProperty(), focus.keptProperty(), focus.brushesProperty());
    }

    private Label baseline(String key, ChartColor color) {
        Label name = new Label(texts.get("sweep.trial.short." + key));
        name.getStyleClass().add(color.styleClass());
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    /** Returns the card. */
    public Card node() {
        return card;
    }

    /** Shows axes and lines; empty before the first ranked trial. */
    public void show(Optional<ParallelState> shown) {
        state = shown;
        plot.show(shown);
        Visibility.show(scale.node(), shown.isPresent());
        shown.ifPresent(now ->
                scale.show(now.scores().get(0), now.scores().get(now.scores().size() - 1)));
        refresh();
    }

    private void refresh() {
        int all = state.map(now -> now.coordinates().lines().size()).orElse(0);
        Visibility.show(count, focus.keptProperty().get().isPresent());
        Visibility.show(
                baselines, state.isPresent() && focus.keptProperty().get().isEmpty());
        Visibility.show(clear, focus.keptProperty().get().isPresent());
        count.setText(focus.keptProperty()
                .get()
                .map(kept -> texts.format("sweep.parallel.brushed", kept.size(), all))
                .orElse(""));
        card.subtitleProperty().set(state.isPresent() ? "" : texts.get("sweep.parallel.none"));
        String hint = state.isPresent() ? texts.get("sweep.parallel.hint") : "";
        detail.setText(focus.hoveredProperty()
                .get()
                .flatMap(key ->
                        state.flatMap(now -> Optional.ofNullable(now.trials().get(key))))
                .orElse(hint));
        plot.setAccessibleText(count.getText() + (count.getText().isEmpty() ? "" : ". ") + detail.getText());
        plot.refresh();
    }
}
