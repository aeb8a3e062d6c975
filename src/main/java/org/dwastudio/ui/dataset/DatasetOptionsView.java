package org.dwastudio.ui.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.config.ImageFitting.Fit;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.dataset.DatasetOptionsViewModel.Field;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/**
 * View of a dataset's options: size, color, split, normalization. Invalid values show the reason and cannot be applied.
 */
public final class DatasetOptionsView {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    /** Height at which the form fits a small screen even with an error in every field. */
    private static final double FORM_HEIGHT = 470;

    private final DatasetOptionsViewModel model;
    private final Messages texts;
    private final Disposables lifetime;
    private final GridPane form = new GridPane();
    private final VBox node;
    private int rows;

    public DatasetOptionsView(DatasetOptionsViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        form.getStyleClass().add("option-form");
        addRow("imageSize", field(Field.IMAGE_SIZE), problem(Field.IMAGE_SIZE));
        addRow("color", segments(model.colorProperty(), colorNames()));
        addRow("fit", segments(model.fitProperty(), fitNames()));
        addRow("whiteLevel", field(Field.WHITE_LEVEL), problem(Field.WHITE_LEVEL));
        addRow("classes", list(Field.CLASSES));
        addRow("maxPerClass", field(Field.MAX_PER_CLASS), problem(Field.MAX_PER_CLASS));
        addRow("skipUnreadable", segments(model.skipUnreadableProperty(), skippingNames()));
        addRow("skipEmptyClasses", segments(model.skipEmptyClassesProperty(), skippingNames()));
        addRow("testShare", field(Field.TEST_SHARE), problem(Field.TEST_SHARE));
        addRow("splitSeed", field(Field.SPLIT_SEED), problem(Field.SPLIT_SEED));
        addRow("normalization", segments(model.givenProperty(), normalizationNames()));
        addWhenGiven("mean", Field.MEAN);
        addWhenGiven("std", Field.STD);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(FORM_HEIGHT);
        scroll.getStyleClass().add("plain-scroll");
        node = new VBox(scroll, buttons());
        node.getStyleClass().add("dataset-work");
    }

    public VBox node() {
        return node;
    }

    private Map<Color, String> colorNames() {
        return Map.of(
                Color.AS_STORED, texts.get("dataset.options.color.as_stored"),
                Color.GRAY, texts.get("dataset.options.color.gray"),
                Color.COLOR, texts.get("dataset.options.color.color"));
    }

    private Map<Fit, String> fitNames() {
        return Map.of(
                Fit.CROP, texts.get("dataset.options.fit.crop"),
                Fit.PAD, texts.get("dataset.options.fit.pad"),
                Fit.STRETCH, texts.get("dataset.options.fit.stretch"));
    }

    private Map<Boolean, String> skippingNames() {
        return Map.of(
                false, texts.get("dataset.options.skip.report"),
                true, texts.get("dataset.options.skip.leaveOut"));
    }

    private TextField list(Field typed) {
        TextField editor = field(typed);
        editor.getStyleClass().add("option-list");
        return editor;
    }

    private Map<Boolean, String> normalizationNames() {
        return Map.of(
                false, texts.get("dataset.options.normalization.computed"),
                true, texts.get("dataset.options.normalization.given"));
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

    private void addWhenGiven(String key, Field typed) {
        TextField editor = list(typed);
        Label name = name(key, editor);
        VBox cell = new VBox(editor, problem(typed));
        cell.getStyleClass().add("option-cell");
        form.addRow(rows++, name, cell);
        lifetime.follow(model.givenProperty(), given -> {
            for (Node part : List.of(name, cell)) {
                Visibility.show(part, given);
            }
        });
    }

    private Label name(String key, Node editor) {
        Label name = new Label(texts.get("dataset.options." + key));
        name.getStyleClass().add("option-name");
        name.setLabelFor(editor);
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        return name;
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

    private HBox buttons() {
        Button apply = button("option-apply", "dataset.options.apply", StudioIcon.DONE, model::apply);
        apply.getStyleClass().add("likely");
        Button reset = button("option-reset", "dataset.options.reset", StudioIcon.RESET, model::reset);
        lifetime.follow(() -> apply.setDisable(!model.canApply()), model.sources());
        HBox row = new HBox(apply, reset);
        row.getStyleClass().add("work-row");
        return row;
    }

    private Button button(String id, String key, StudioIcon icon, Runnable action) {
        return new ActionButton(id, texts.get(key), icon, action);
    }
}
