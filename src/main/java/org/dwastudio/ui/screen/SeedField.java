package org.dwastudio.ui.screen;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.LongProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;

/** Text field of a seed, with dice for a new one. Invalid text is marked and never accepted. */
public final class SeedField extends HBox {
    private static final String KEY = "seed";
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");
    private static final long MOST_RANDOM = 1_000_000;

    private final LongProperty seed;
    private final Map<String, String> problems;
    private final Messages texts;
    private final TextField field = new TextField();

    /**
     * Creates a field.
     *
     * @param seed property that is shown and changed
     * @param problems map that holds the error message while the text is invalid
     */
    public SeedField(LongProperty seed, Map<String, String> problems, Messages texts, Disposables lifetime) {
        this.seed = seed;
        this.problems = problems;
        this.texts = texts;
        getStyleClass().add("seed-field");
        field.getStyleClass().addAll("parameter-value", "seed-value");
        Button dice = new Button();
        dice.setGraphic(StudioIcon.RANDOM.node());
        dice.getStyleClass().add("quiet-button");
        dice.setTooltip(new Tooltip(texts.get("choice.seed.random")));
        dice.setAccessibleText(texts.get("choice.seed.random"));
        dice.setOnAction(event -> seed.set(ThreadLocalRandom.current().nextLong(MOST_RANDOM)));
        getChildren().addAll(dice, field);
        field.textProperty().addListener((observable, old, now) -> check());
        field.focusedProperty().addListener((observable, was, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        lifetime.follow(seed, now -> field.setText(now.toString()));
        lifetime.onEnd(() -> problems.remove(KEY));
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            commit();
            if (!problems.containsKey(KEY)) {
                requestFocus();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            field.setText(Long.toString(seed.get()));
            event.consume();
        }
    }

    private void commit() {
        seedIn(field.getText()).ifPresent(typed -> {
            seed.set(typed);
            field.setText(Long.toString(typed));
        });
    }

    private void check() {
        boolean valid = seedIn(field.getText()).isPresent();
        field.pseudoClassStateChanged(INVALID, !valid);
        if (valid) {
            problems.remove(KEY);
            field.setTooltip(null);
        } else {
            String problem = texts.format("choice.seed.problem", field.getText());
            problems.put(KEY, problem);
            field.setTooltip(new Tooltip(problem));
        }
    }

    private static Optional<Long> seedIn(String text) {
        try {
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            return Optional.of(new BigInteger(plain).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
