package org.dwastudio.ui.parameter;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.dwastudio.ui.fx.Disposables;

/** Text field of the next run's name. While it is empty, it shows the suggested name. */
final class RunNameField extends TextField {
    private static final int LONGEST = 60;

    private final RunName name;

    RunNameField(RunName name, Disposables lifetime) {
        this.name = name;
        setId("run-name");
        getStyleClass().addAll("parameter-value", "run-name");
        focusedProperty().addListener((observable, was, focused) -> {
            if (!focused) {
                commit();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        lifetime.follow(name.typedProperty(), this::setText);
        lifetime.follow(name.suggestedBinding(), this::setPromptText);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            commit();
            getParent().requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            setText(name.typedProperty().get());
            event.consume();
        }
    }

    private void commit() {
        String text = getText().strip();
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        name.typedProperty().set(text.substring(0, end).strip());
        setText(name.typedProperty().get());
    }
}
