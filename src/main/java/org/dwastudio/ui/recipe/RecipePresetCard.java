package org.dwastudio.ui.recipe;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.theme.ChartColor;

/** Card of the preset of a recipe: the number of changed values, and a command that resets them. */
public final class RecipePresetCard extends HBox {
    public <C> RecipePresetCard(RecipeViewModel<C, ?> model, Messages texts, Disposables lifetime) {
        String key = model.kind().key();
        getStyleClass().addAll("studio-card", "preset-card");
        MenuButton picker = new MenuButton();
        picker.setId(key + "-preset");
        picker.getStyleClass().add("preset-button");
        picker.setAccessibleText(texts.get(key + ".preset.title"));
        for (RecipePreset<C> preset : model.kind().presets()) {
            MenuItem item = new MenuItem(texts.get(key + ".preset." + preset.key()));
            item.setOnAction(event -> model.choosePreset(preset));
            picker.getItems().add(item);
        }
        lifetime.follow(model.presetProperty(), preset -> picker.setText(texts.get(key + ".preset." + preset.key())));
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
