package org.dwastudio.ui.control;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.dwastudio.config.setting.ParameterRange;

/**
 * Text field of a number. Valid text is committed by Enter, by leaving the field and before a step; invalid text gets a
 * red border and a tooltip with the reason, and is never committed. Escape restores the value. After Enter the row has the
 * focus, so that further keys are shortcuts and not text.
 */
final class ValueField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private final ParameterRange range;
    private final ParameterScale scale;
    private final ResourceBundle texts;
    private final DoubleConsumer commit;
    private final Tooltip problem = new Tooltip();
    private final ReadOnlyStringWrapper problemText = new ReadOnlyStringWrapper(this, "problem", "");
    private double value;

    /**
     * Creates a field.
     *
     * @param commit consumer of every valid value that the user enters
     */
    ValueField(ParameterRange range, ResourceBundle texts, DoubleConsumer commit) {
        this.range = range;
        this.scale = new ParameterScale(range);
        this.texts = texts;
        this.commit = commit;
        getStyleClass().add("parameter-value");
        // Escape restores the value; a tooltip that closes on it would consume the key.
        problem.setHideOnEscape(false);
        textProperty().addListener((observable, old, now) -> showProblem());
        focusedProperty().addListener((observable, was, focused) -> {
            problem.hide();
            if (!focused) {
                commitText();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** Returns the error message of the current text; empty while it is valid. */
    ReadOnlyStringProperty problemProperty() {
        return problemText.getReadOnlyProperty();
    }

    /** Shows a value, replacing any unfinished input. */
    void show(double newValue) {
        value = newValue;
        setText(NumberText.exact(newValue));
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                commitText();
                if (problemText.get().isEmpty()) {
                    getParent().requestFocus();
                }
                showProblemNow();
            }
            case ESCAPE -> show(value);
            case UP -> step(true);
            case DOWN -> step(false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(boolean up) {
        commitText();
        double next = up ? scale.above(value) : scale.below(value);
        commit.accept(next);
        show(next);
    }

    private void commitText() {
        OptionalDouble number = NumberText.parse(getText());
        if (problemWith(getText()).isEmpty() && number.isPresent()) {
            commit.accept(number.getAsDouble());
            show(number.getAsDouble());
        }
    }

    private Optional<String> problemWith(String text) {
        OptionalDouble number = NumberText.parse(text);
        if (number.isEmpty()) {
            String pattern = texts.getString("control.parameter.notANumber");
            return Optional.of(
                    MessageFormat.format(pattern, text, range.description().in(texts.getLocale())));
        }
        return range.problemWith(number.getAsDouble()).map(problem -> problem.in(texts.getLocale()));
    }

    private void showProblem() {
        Optional<String> message = problemWith(getText());
        pseudoClassStateChanged(INVALID, message.isPresent());
        problem.setText(message.orElse(""));
        problemText.set(message.orElse(""));
        setAccessibleHelp(message.orElse(""));
        setTooltip(message.isPresent() ? problem : null);
        if (message.isEmpty()) {
            problem.hide();
        }
    }

    private void showProblemNow() {
        Bounds onScreen = localToScreen(getBoundsInLocal());
        if (getTooltip() != null && onScreen != null) {
            problem.show(this, onScreen.getMinX(), onScreen.getMaxY() + 4);
        }
    }
}
