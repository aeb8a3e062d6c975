package org.dwastudio.ui.control;

import atlantafx.base.controls.ProgressSliderSkin;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.text.DescribedArgumentException;

/**
 * Row of one parameter: a dot if it differs from the preset, its name, help, a mark that shows when a change takes
 * effect, a slider and an editable value. The value is always within the range; invalid text is marked as such and
 * changes nothing. FX thread only.
 */
public final class ParameterSlider extends HBox {
    private final ParameterRange range;
    private final ParameterScale scale;
    private final Detents detents;
    private final ResourceBundle texts;
    private final DoubleProperty value;
    private final DoubleProperty presetValue;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final HelpButton help;
    private final Slider slider = new Slider(0, 1, 0);
    private final ValueField field;
    private boolean placingThumb;

    /**
     * Creates a parameter at its default, which is also its preset.
     *
     * @param range allowed values
     * @param texts bundle with the keys {@code control.parameter.…}
     */
    public ParameterSlider(ParameterRange range, ResourceBundle texts) {
        this.range = range;
        this.scale = new ParameterScale(range);
        this.detents = Detents.of(scale);
        this.texts = texts;
        value = new RangedProperty(range);
        presetValue = new SimpleDoubleProperty(this, "presetValue", range.defaultValue());
        field = new ValueField(range, texts, value::set);
        help = new HelpButton(name, texts);
        getStyleClass().add("parameter-slider");
        getChildren().addAll(title(), slider, field);
        connectSlider();
        value.addListener((observable, old, now) -> showValue());
        showValue();
        slider.accessibleTextProperty().bind(name);
        field.accessibleTextProperty().bind(Bindings.createStringBinding(() -> text("value", name.get()), name));
    }

    public ParameterRange range() {
        return range;
    }

    /**
     * Returns the parameter's value; values outside the range are rejected with an {@link IllegalArgumentException}.
     */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** Returns true while the slider is being dragged: a drag is many values but one change. */
    public ReadOnlyBooleanProperty valueChangingProperty() {
        return slider.valueChangingProperty();
    }

    /** Returns the error message of the text in the value field; empty while it is valid. */
    public ReadOnlyStringProperty problemProperty() {
        return field.problemProperty();
    }

    /** Returns the value that counts as unchanged. */
    public DoubleProperty presetValueProperty() {
        return presetValue;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Returns the explanation shown by the help button; without text the button is hidden. */
    public StringProperty helpProperty() {
        return help.helpProperty();
    }

    /** Resets to the preset, like a double-click on the dot or the name. */
    public void reset() {
        value.set(presetValue.get());
    }

    private HBox title() {
        Region dot = changedDot();
        SubscriptLabel label = new SubscriptLabel();
        label.getStyleClass().add("parameter-name");
        label.nameProperty().bind(name);
        label.setLabelFor(field);
        label.setOnMouseClicked(this::resetOnDoubleClick);
        HBox title = new HBox(dot, label, help, new EffectMark(range.takesEffect(), texts));
        title.getStyleClass().add("parameter-title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        return title;
    }

    private Region changedDot() {
        Region dot = new Region();
        dot.getStyleClass().add("parameter-dot");
        dot.visibleProperty().bind(value.isNotEqualTo(presetValue));
        dot.managedProperty().bind(dot.visibleProperty());
        dot.setOnMouseClicked(this::resetOnDoubleClick);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text("reset", NumberText.exact(presetValue.get())), presetValue));
        Tooltip.install(dot, tooltip);
        return dot;
    }

    private void connectSlider() {
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.valueProperty().addListener((observable, old, now) -> {
            if (!placingThumb) {
                value.set(detents.with(presetValue.get()).nearest(now.doubleValue(), scale));
            }
        });
        slider.valueChangingProperty().addListener((observable, was, changing) -> placeThumb());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::stepByKey);
    }

    private void stepByKey(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, DOWN -> value.set(scale.below(value.get()));
            case RIGHT, UP -> value.set(scale.above(value.get()));
            case HOME -> value.set(range.min());
            case END -> value.set(range.max());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showValue() {
        field.show(value.get());
        placeThumb();
    }

    /** Places the thumb. While it is dragged it stays under the mouse, even between round values. */
    private void placeThumb() {
        if (!slider.isValueChanging()) {
            placingThumb = true;
            slider.setValue(scale.positionOf(value.get()));
            placingThumb = false;
        }
    }

    private void resetOnDoubleClick(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            reset();
        }
    }

    private String text(String key, Object argument) {
        return MessageFormat.format(texts.getString("control.parameter." + key), argument);
    }

    /** Property that rejects values outside of the range, so that no listener ever reads an invalid one. */
    private static final class RangedProperty extends SimpleDoubleProperty {
        private final ParameterRange range;

        RangedProperty(ParameterRange range) {
            super(range.defaultValue());
            this.range = range;
        }

        @Override
        public void set(double newValue) {
            range.problemWith(newValue).ifPresent(problem -> {
                throw new DescribedArgumentException(problem);
            });
            super.set(newValue);
        }
    }
}
