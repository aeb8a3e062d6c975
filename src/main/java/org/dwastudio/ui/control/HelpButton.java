package org.dwastudio.ui.control;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** A question mark that opens an explanation beside it. Without an explanation it is not there. */
public final class HelpButton extends Button {
    private final StringProperty help = new SimpleStringProperty(this, "help", "");
    private final StudioPopOver popOver;

    /**
     * @param subject the name of what is explained, for screen readers
     * @param texts holds the key {@code control.parameter.help}
     */
    public HelpButton(ObservableStringValue subject, ResourceBundle texts) {
        getStyleClass().add("parameter-help");
        setGraphic(StudioIcon.HELP.node());
        managedProperty().bind(help.isNotEmpty());
        visibleProperty().bind(help.isNotEmpty());
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> MessageFormat.format(texts.getString("control.parameter.help"), subject.get()), subject));
        Label explanation = new Label();
        explanation.getStyleClass().add("popover-help");
        explanation.textProperty().bind(help);
        popOver = new StudioPopOver(explanation);
        setOnAction(event -> toggle());
    }

    public StringProperty helpProperty() {
        return help;
    }

    private void toggle() {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.show(this);
        }
    }
}
