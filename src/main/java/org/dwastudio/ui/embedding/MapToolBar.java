package org.dwastudio.ui.embedding;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Tools of the map: kind, layers, lasso, zoom and copy. */
final class MapToolBar {
    private final Messages texts;
    private final Disposables lifetime;
    private final FlowPane node = new FlowPane();

    MapToolBar(Messages texts, Disposables lifetime) {
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("map-tools");
    }

    FlowPane node() {
        return node;
    }

    void addKinds(EmbeddingViewModel model, Consumer<MapKind> choose) {
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (MapKind kind : MapKind.values()) {
            ToggleButton segment = new ToggleButton(texts.get("embedding." + kind.key()));
            segment.setId("map-" + kind.key());
            segment.setTooltip(new Tooltip(texts.get("embedding." + kind.key() + ".help")));
            segment.setMinWidth(Region.USE_PREF_SIZE);
            segment.setToggleGroup(group);
            segment.setOnAction(event -> {
                choose.accept(kind);
                // A second click must not leave the choice empty.
                segment.setSelected(true);
            });
            lifetime.follow(model.kindProperty(), now -> segment.setSelected(now == kind));
            segments.getChildren().add(segment);
        }
        node.getChildren().add(segments);
    }

    void addLayer(String key, BooleanProperty shown) {
        CheckBox box = new CheckBox(texts.get("embedding.layer." + key));
        box.setId("map-layer-" + key);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(shown);
        lifetime.onEnd(() -> box.selectedProperty().unbindBidirectional(shown));
        node.getChildren().add(box);
    }

    void addLasso(BooleanProperty lassoing) {
        ToggleButton lasso = new ToggleButton(texts.get("embedding.lasso"));
        lasso.setId("map-lasso");
        lasso.getStyleClass().add("small-button");
        lasso.setTooltip(new Tooltip(texts.get("embedding.lasso.help")));
        lasso.setMinWidth(Region.USE_PREF_SIZE);
        lasso.selectedProperty().bindBidirectional(lassoing);
        lifetime.onEnd(() -> lasso.selectedProperty().unbindBidirectional(lassoing));
        node.getChildren().add(lasso);
    }

    void addAction(String id, StudioIcon icon, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon.node());
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key));
        button.setOnAction(event -> action.run());
        add(button);
    }

    private void add(Node tool) {
        node.getChildren().add(tool);
    }
}
