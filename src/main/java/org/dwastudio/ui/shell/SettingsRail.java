package org.dwastudio.ui.shell;

import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.Messages;

/** Narrow strip in the place of the settings while another part needs their room. A click brings them back. */
final class SettingsRail {
    private static final double UPWARD = 90;

    private final VBox node;

    SettingsRail(Runnable showSettings, Messages texts) {
        Button button = new Button();
        button.setId("settings-rail");
        button.setGraphic(StudioIcon.OPTIONS.node());
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(texts.get("rail.help")));
        button.setAccessibleText(texts.get("rail.help"));
        button.setOnAction(event -> showSettings.run());
        Label name = new Label(texts.get("rail.settings"));
        name.getStyleClass().add("muted");
        name.setRotate(UPWARD);
        node = new VBox(button, new Group(name));
        node.getStyleClass().add("settings-rail");
        node.setOnMouseClicked(event -> showSettings.run());
    }

    VBox node() {
        return node;
    }
}
