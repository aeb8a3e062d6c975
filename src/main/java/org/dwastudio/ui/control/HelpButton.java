package org.dwastudio.ui.control;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Question mark that opens an explanation next to it; hidden if there is no explanation. */
public final class HelpButton extends Button {
    private final StringProperty help = new SimpleStringProperty(this, "help", "");
    private final StudioPopOver popOver;

    /**
     * Creates a button.
     *
     * @param subject name of the explained item, for screen readers
     * @param texts bundle with the key {@code control.parameter.help}
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
