package org.dwastudio.ui.synthesis;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Switch between the images, their change since the start and the nearest real images, with the legend of the colors. */
final class ContentSwitch {
    private final HBox segments = new HBox();
    private final HBox legend = legend();

    ContentSwitch(ImagesViewModel model, Messages texts, Disposables lifetime) {
        segments.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (GridContent content : GridContent.values()) {
            String key = "grid.content." + content.name().toLowerCase(Locale.ROOT);
            ToggleButton segment = new ToggleButton(texts.get(key));
            segment.setId("grid-content-" + content.name().toLowerCase(Locale.ROOT));
            segment.setTooltip(new Tooltip(texts.get(key + ".help")));
            segment.setMinWidth(Region.USE_PREF_SIZE);
            segment.setToggleGroup(group);
            segment.setOnAction(event -> {
                model.contents().chosenProperty().set(content);
                // A second click must not leave the choice empty.
                segment.setSelected(true);
            });
            lifetime.follow(model.contents().chosenProperty(), now -> segment.setSelected(now == content));
            segments.getChildren().add(segment);
        }
        lifetime.follow(model.contents().chosenProperty(), now -> Visibility.show(legend, now == GridContent.CHANGE));
    }

    /** Returns the segments and the legend. */
    List<Node> parts() {
        return List.of(segments, legend);
    }

    private static HBox legend() {
        Region colors = new Region();
        colors.getStyleClass().add("change-colors");
        HBox legend = new HBox(muted("\u2212" + ChangeImages.FULL), colors, muted("+" + ChangeImages.FULL));
        legend.getStyleClass().add("change-legend");
        return legend;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "change-number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
