package org.dwastudio.ui.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.dataset.DatasetOptionsViewModel.Field;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Form of dataset options: one row each, with a name, an editor, its error and an explanation. */
final class OptionForm {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private final DatasetOptionsViewModel model;
    private final Messages texts;
    private final Disposables lifetime;
    private final GridPane form = new GridPane();
    private int rows;

    OptionForm(DatasetOptionsViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        form.getStyleClass().add("option-form");
    }

    GridPane node() {
        return form;
    }

    /** Adds a row with a short text. */
    void addText(String key, Field typed) {
        addRow(key, field(typed), problem(typed));
    }

    /** Adds a row with a list, which has no error. */
    void addList(String key, Field typed) {
        addRow(key, list(typed));
    }

    /** Adds a row with a choice. */
    <T extends Comparable<T>> void addChoice(String key, Property<T> chosen, Map<T, String> names) {
        addRow(key, segments(chosen, names));
    }

    /** Adds a row with a list that is shown while its values are given. */
    void addListWhen(ObservableValue<Boolean> shown, String key, Field typed) {
        TextField editor = list(typed);
        Label name = name(key, editor);
        VBox cell = new VBox(editor, problem(typed));
        cell.getStyleClass().add("option-cell");
        form.addRow(rows++, name, cell);
        lifetime.follow(shown, given -> {
            for (Node part : List.of(name, cell)) {
                Visibility.show(part, given);
            }
        });
    }

    private void addRow(String key, Node editor, Node... below) {
        Label name = name(key, editor);
        Label help = new Label(texts.get("dataset.options." + key + ".help"));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        VBox cell = new VBox(editor);
        cell.getChildren().addAll(below);
        cell.getChildren().add(help);
        cell.getStyleClass().add("option-cell");
        form.addRow(rows++, name, cell);
    }

    private Label name(String key, Node editor) {
        Label name = new Label(texts.get("dataset.options." + key));
        name.getStyleClass().add("option-name");
        name.setLabelFor(editor);
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        return name;
    }

    private TextField list(Field typed) {
        TextField editor = field(typed);
        editor.getStyleClass().add("option-list");
        return editor;
    }

    private TextField field(Field typed) {
        TextField field = new TextField();
        field.setId("option-" + typed.name().toLowerCase(Locale.ROOT));
        field.getStyleClass().add("option-field");
        field.textProperty().bindBidirectional(model.text(typed));
        lifetime.onEnd(() -> field.textProperty().unbindBidirectional(model.text(typed)));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.apply();
                event.consume();
            }
        });
        lifetime.follow(
                () -> {
                    Optional<OptionProblem> problem = model.problemOf(typed);
                    field.pseudoClassStateChanged(INVALID, problem.isPresent());
                    field.setAccessibleHelp(problem.map(this::messageOf).orElse(""));
                },
                model.sources());
        return field;
    }

    private Label problem(Field typed) {
        Label words = new Label();
        words.setId("problem-" + typed.name().toLowerCase(Locale.ROOT));
        words.getStyleClass().add("option-problem");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(
                () -> {
                    String problem = model.problemOf(typed).map(this::messageOf).orElse("");
                    words.setText(problem);
                    Visibility.show(words, !problem.isEmpty());
                },
                model.sources());
        return words;
    }

    private String messageOf(OptionProblem problem) {
        return texts.format(problem.key(), problem.arguments().toArray());
    }

    private <T extends Comparable<T>> HBox segments(Property<T> chosen, Map<T, String> names) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        names.keySet().stream().sorted().forEach(value -> {
            ToggleButton button = new ToggleButton(names.get(value));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                // A selected segment stays selected when it is clicked again.
                button.setSelected(true);
                chosen.setValue(value);
            });
            lifetime.follow(chosen, now -> button.setSelected(value.equals(now)));
            box.getChildren().add(button);
        });
        return box;
    }
}
