package org.dwastudio.ui.control;

import java.util.ResourceBundle;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.dwastudio.config.ParameterRange;

/**
 * One parameter in one row: a dot when it differs from the preset, its name, help, a mark that tells when a change
 * takes effect, a slider and an editable value. The value is always within the range; invalid text is shown as such
 * and changes nothing. FX thread only.
 */
public final class ParameterSlider extends HBox {
    private final ParameterRange range;
    private final DoubleProperty value;
    private final DoubleProperty presetValue;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty help = new SimpleStringProperty(this, "help", "");
    private final Slider slider = new Slider();
    private final TextField field = new TextField();

    /**
     * A parameter at its default, which is also its preset.
     *
     * @param range the allowed values
     * @param texts holds the keys {@code control.parameter.…}
     */
    public ParameterSlider(ParameterRange range, ResourceBundle texts) {
        this.range = range;
        value = new SimpleDoubleProperty(this, "value", range.defaultValue());
        presetValue = new SimpleDoubleProperty(this, "presetValue", range.defaultValue());
        Label label = new Label();
        label.textProperty().bind(name);
        slider.setMin(range.min());
        slider.setMax(range.max());
        slider.valueProperty().bindBidirectional(value);
        field.setText(Double.toString(value.get()));
        getChildren().addAll(label, slider, field);
    }

    public ParameterRange range() {
        return range;
    }

    /** The parameter's value; values outside the range are refused by an {@link IllegalArgumentException}. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** The value that counts as unchanged. */
    public DoubleProperty presetValueProperty() {
        return presetValue;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** What the parameter does, shown by the help button; no help, no button. */
    public StringProperty helpProperty() {
        return help;
    }

    /** Returns to the preset, as a double-click on the dot or the name does. */
    public void reset() {
        value.set(presetValue.get());
    }
}
