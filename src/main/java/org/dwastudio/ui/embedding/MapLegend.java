package org.dwastudio.ui.embedding;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.dwastudio.ui.theme.ClassColors;
import org.dwastudio.ui.theme.ThemeColors;

/** Legend of the classes of the map. A click shows one class only, another click shows all. */
final class MapLegend {
    private static final double DOT = 4;
    private static final double MOST_HEIGHT = 62;

    private final EmbeddingViewModel model;
    private final Messages texts;
    private final FlowPane entries = new FlowPane();
    private final ThemeColors palette = new ThemeColors(this::recolor);
    private final ScrollPane node = new ScrollPane(entries);

    MapLegend(EmbeddingViewModel model, ImagesViewModel images, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        entries.getStyleClass().add("map-legend");
        node.getStyleClass().add("map-legend-scroll");
        node.setFitToWidth(true);
        node.setMaxHeight(MOST_HEIGHT);
        // Without this, the height is that of lines of 400 pixels.
        node.widthProperty().subscribe(width -> entries.setPrefWrapLength(width.doubleValue()));
        node.setMinHeight(Region.USE_PREF_SIZE);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lifetime.follow(images.layoutProperty(), layout -> show(layout.classNames()));
        lifetime.follow(model.classesProperty(), classes -> select());
    }

    Region node() {
        return node;
    }

    private void show(List<String> names) {
        if (entries.getChildren().size() == names.size() + 1
                && names.equals(entries.getChildren().stream()
                        .skip(1)
                        .map(entry -> ((ToggleButton) entry).getText())
                        .toList())) {
            return;
        }
        entries.getChildren().setAll(palette);
        for (int label = 0; label < names.size(); label++) {
            entries.getChildren().add(entry(label, names.get(label)));
        }
        recolor();
        select();
    }

    private ToggleButton entry(int label, String name) {
        ToggleButton entry = new ToggleButton(name, new Circle(DOT, Color.GRAY));
        entry.setId("map-class-" + label);
        entry.getStyleClass().add("map-legend-entry");
        entry.setTooltip(new Tooltip(texts.get("embedding.legend.help")));
        entry.setOnAction(event -> {
            model.showOnly(label);
            select();
        });
        return entry;
    }

    private void select() {
        for (int label = 0; label < entries.getChildren().size() - 1; label++) {
            ToggleButton entry = (ToggleButton) entries.getChildren().get(label + 1);
            entry.setSelected(!model.classesProperty().get().isEmpty() && model.shows(label));
            entry.setOpacity(model.shows(label) ? 1 : 0.45);
        }
    }

    private void recolor() {
        ClassColors colors = new ClassColors(palette);
        for (int label = 0; label < entries.getChildren().size() - 1; label++) {
            ToggleButton entry = (ToggleButton) entries.getChildren().get(label + 1);
            ((Circle) entry.getGraphic()).setFill(colors.of(label));
        }
    }

    /** Returns a label in the style of the legend. */
    static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        return note;
    }
}
