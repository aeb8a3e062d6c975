package org.dwastudio.ui.parameter;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.preset.SynthesisPresets.Preset;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.theme.ChartColor;

/** Card of the preset of the parameters: the number of changed parameters, and a command that resets them. */
final class PresetCard extends HBox {
    PresetCard(ParametersViewModel model, Messages texts, Disposables lifetime) {
        getStyleClass().addAll("studio-card", "preset-card");
        MenuButton picker = new MenuButton();
        picker.getStyleClass().add("preset-button");
        picker.setAccessibleText(texts.get("preset.title"));
        for (Preset preset : SynthesisPresets.all()) {
            MenuItem item = new MenuItem(texts.get("preset." + preset.key()));
            item.setOnAction(event -> model.choosePreset(preset));
            picker.getItems().add(item);
        }
        lifetime.follow(model.presetProperty(), preset -> picker.setText(texts.get("preset." + preset.key())));
        Hyperlink reset = new Hyperlink();
        reset.getStyleClass().addAll("reset-link", ChartColor.CHANGED.styleClass());
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
