package org.dwastudio.ui.screen;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.ui.control.EffectMark;
import org.dwastudio.ui.control.HelpButton;

/** Row of a setting that is not a number with a range, in the layout of a parameter's row. */
public final class SettingRow extends HBox {

    /**
     * Creates a row.
     *
     * @param key prefix of its texts: {@code KEY.name} and {@code KEY.help}
     * @param editor control that changes the setting
     */
    public SettingRow(String key, Messages texts, Node editor) {
        this(key, texts, editor, new ReadOnlyBooleanWrapper(false));
    }

    /**
     * Creates a row with a dot while the setting differs from the preset.
     *
     * @param key prefix of its texts
     * @param editor control that changes the setting
     * @param changed true while the setting differs from the preset
     */
    public SettingRow(String key, Messages texts, Node editor, ObservableBooleanValue changed) {
        Region dot = new Region();
        dot.getStyleClass().add("parameter-dot");
        dot.visibleProperty().bind(changed);
        dot.managedProperty().bind(changed);
        getStyleClass().add("parameter-slider");
        Label name = new Label(texts.get(key + ".name"));
        name.getStyleClass().add("parameter-name");
        name.setLabelFor(editor);
        editor.setAccessibleText(name.getText());
        HelpButton help = new HelpButton(new ReadOnlyStringWrapper(name.getText()), texts.bundle());
        help.helpProperty().set(texts.get(key + ".help"));
        HBox title = new HBox(dot, name, help, new EffectMark(TakesEffect.NEXT_RUN, texts.bundle()));
        title.getStyleClass().add("parameter-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(title, space, editor);
    }
}
