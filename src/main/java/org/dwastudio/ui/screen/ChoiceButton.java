package org.dwastudio.ui.screen;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.dwastudio.ui.fx.Disposables;

/** Choice among a few options, shown as a link that opens a menu. */
public final class ChoiceButton<T> extends MenuButton {

    /**
     * Creates a choice.
     *
     * @param options selectable options
     * @param names names of the options
     * @param chosen property that is shown and changed
     */
    public ChoiceButton(List<T> options, Function<T, String> names, Property<T> chosen, Disposables lifetime) {
        getStyleClass().add("choice-button");
        ToggleGroup group = new ToggleGroup();
        for (T option : options) {
            RadioMenuItem item = new RadioMenuItem(names.apply(option));
            item.setToggleGroup(group);
            item.setOnAction(event -> chosen.setValue(option));
            getItems().add(item);
        }
        lifetime.follow(chosen, now -> {
            setText(names.apply(now));
            int index = options.indexOf(now);
            if (index >= 0) {
                group.selectToggle((RadioMenuItem) getItems().get(index));
            }
        });
    }
}
