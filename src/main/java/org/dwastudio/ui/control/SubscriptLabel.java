package org.dwastudio.ui.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Label of a name that may end in a subscript: {@code λ_BN} shows BN below the line. */
public final class SubscriptLabel extends Label {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");

    /** Creates a label without a name. */
    public SubscriptLabel() {
        setContentDisplay(ContentDisplay.RIGHT);
        setGraphicTextGap(0);
        name.subscribe(this::show);
    }

    /** Name with the subscript after an underscore. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Returns the subscript of a name as a label; null if it has none. */
    public static @Nullable Label subscriptOf(String name) {
        int underscore = name.indexOf('_');
        if (underscore < 0) {
            return null;
        }
        Label subscript = new Label(name.substring(underscore + 1));
        subscript.getStyleClass().add("subscript");
        return subscript;
    }

    /** Returns a name without its subscript. */
    public static String baseOf(String name) {
        return name.replaceFirst("_.*", "");
    }

    private void show(String now) {
        setText(baseOf(now));
        setGraphic(subscriptOf(now));
        setAccessibleText(now.replace('_', ' '));
    }
}
