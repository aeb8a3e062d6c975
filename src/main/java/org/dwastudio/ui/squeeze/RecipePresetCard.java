package org.dwastudio.ui.squeeze;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.config.SqueezePresets;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.theme.Ink;

/** The published recipe to start from, how much differs from it, and the way back. */
final class RecipePresetCard extends HBox {
    RecipePresetCard(RecipeViewModel model, Texts texts, Lifetime lifetime) {
        getStyleClass().addAll("studio-card", "preset-card");
        MenuButton picker = new MenuButton();
        picker.setId("squeeze-preset");
        picker.getStyleClass().add("preset-button");
        picker.setAccessibleText(texts.get("squeeze.preset.title"));
        for (SqueezePresets.Preset preset : model.presets()) {
            MenuItem item = new MenuItem(texts.get("squeeze.preset." + preset.key()));
            item.setOnAction(event -> model.choosePreset(preset));
            picker.getItems().add(item);
        }
        lifetime.follow(model.presetProperty(), preset -> picker.setText(texts.get("squeeze.preset." + preset.key())));
        Hyperlink reset = new Hyperlink();
        reset.getStyleClass().addAll("reset-link", Ink.CHANGED.styleClass());
        reset.setOnAction(event -> model.resetToPreset());
        lifetime.follow(model.changedCountBinding(), count -> {
            reset.setText(texts.format("preset.changed", count));
            reset.setVisible(count.intValue() > 0);
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(picker, space, reset);
    }
}
