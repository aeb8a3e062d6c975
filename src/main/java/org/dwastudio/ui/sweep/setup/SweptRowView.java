package org.dwastudio.ui.sweep.setup;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;

/** View of a setting that varies: its name, and a range or a list of values. */
final class SweptRowView {
    private static final double FIELD = 62;
    private static final double STEPS = 40;
    /** Height of two lines. */
    private static final double NOTE = 34;

    private static final int MOST_LISTED = 8;
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final SweptRow row;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();

    SweptRowView(SweptRow row, SweepSetupActions actions, Messages texts, Disposables lifetime) {
        this.row = row;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().addAll("studio-card", "sweep-row");
        SweepChoices names = new SweepChoices(texts);
        SimpleObjectProperty<SweptSetting> chosen =
                new SimpleObjectProperty<>(this, "chosen", row.settingProperty().get());
        lifetime.follow(row.settingProperty(), chosen::set);
        ChoiceButton<SweptSetting> setting = new ChoiceButton<>(SweptSetting.all(), names::listed, chosen, lifetime);
        chosen.subscribe((old, now) -> {
            if (!now.equals(row.settingProperty().get())) {
                actions.choose(row, now);
            }
        });
        setting.getStyleClass().add("sweep-setting");
        Button remove = new Button("", StudioIcon.CLOSE.node());
        remove.getStyleClass().addAll("flat", "sweep-remove");
        remove.setTooltip(new Tooltip(texts.get("sweep.remove")));
        remove.setAccessibleText(texts.get("sweep.remove"));
        remove.setOnAction(event -> actions.remove(row));
        lifetime.follow(actions.model().fixedProperty(), fixed -> List.of(setting, remove)
                .forEach(control -> control.setDisable(fixed)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = line(setting, space, remove);
        HBox range = range();
        HBox list = list();
        lifetime.follow(row.listedProperty(), listed -> {
            Visibility.show(range, !listed);
            Visibility.show(list, listed);
        });
        node.getChildren().addAll(head, range, list, note());
    }

    VBox node() {
        return node;
    }

    /** Returns the line below the fields: the values, or what is wrong. Its room is constant, so that nothing moves. */
    private Label note() {
        Label note = new Label();
        note.getStyleClass().add("sweep-row-note");
        note.setWrapText(true);
        note.setMinHeight(NOTE);
        note.setPrefHeight(NOTE);
        note.setMaxHeight(NOTE);
        lifetime.follow(
                () -> {
                    Optional<String> problem = row.problemProperty().get().map(texts::show);
                    List<String> levels = row.levelsProperty().get();
                    // A list shows its values itself.
                    note.setText(problem.orElseGet(() -> row.listedProperty().get() ? "" : levels(levels)));
                    note.setTooltip(note.getText().isEmpty() ? null : new Tooltip(note.getText()));
                    note.pseudoClassStateChanged(PROBLEM, problem.isPresent());
                },
                row.problemProperty(),
                row.listedProperty(),
                row.levelsProperty());
        return note;
    }

    private String levels(List<String> levels) {
        if (levels.isEmpty()) {
            return "";
        }
        String listed = levels.size() <= MOST_LISTED
                ? String.join(", ", levels)
                : String.join(", ", levels.subList(0, MOST_LISTED - 1)) + ", …, " + levels.get(levels.size() - 1);
        return texts.format("sweep.levels", levels.size(), listed);
    }

    private HBox range() {
        SimpleObjectProperty<SweepSpacing> spacing = new SimpleObjectProperty<>(this, "spacing", SweepSpacing.LINEAR);
        lifetime.follow(row.logarithmicProperty(), now -> spacing.set(SweepSpacing.of(now)));
        spacing.subscribe((old, now) -> {
            if (now == SweepSpacing.LIST) {
                row.list();
                spacing.set(old);
            } else {
                row.logarithmicProperty().set(now == SweepSpacing.LOGARITHMIC);
            }
        });
        return line(
                field(row.fromProperty(), FIELD, "sweep.from"),
                muted("sweep.to"),
                field(row.toProperty(), FIELD, "sweep.to"),
                muted("sweep.in"),
                field(row.stepsProperty(), STEPS, "sweep.steps"),
                spacingChoice(spacing));
    }

    private ChoiceButton<SweepSpacing> spacingChoice(SimpleObjectProperty<SweepSpacing> spacing) {
        ChoiceButton<SweepSpacing> choice = new ChoiceButton<>(
                List.of(SweepSpacing.values()), one -> texts.get("sweep.spacing." + one.key()), spacing, lifetime);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        return choice;
    }

    private HBox list() {
        TextField values = field(row.valuesProperty(), Region.USE_COMPUTED_SIZE, "sweep.values");
        values.setPromptText(texts.get("sweep.values.prompt"));
        HBox.setHgrow(values, Priority.ALWAYS);
        SimpleObjectProperty<SweepSpacing> spacing = new SimpleObjectProperty<>(this, "list", SweepSpacing.LIST);
        spacing.subscribe((old, now) -> {
            if (now != SweepSpacing.LIST) {
                row.logarithmicProperty().set(now == SweepSpacing.LOGARITHMIC);
                row.listedProperty().set(row.settingProperty().get().number().isEmpty());
                spacing.set(SweepSpacing.LIST);
            }
        });
        return line(values, spacingChoice(spacing));
    }

    private TextField field(StringProperty text, double width, String name) {
        TextField field = new TextField();
        field.getStyleClass().add("sweep-value");
        field.setPrefWidth(width);
        field.setMinWidth(width);
        field.setAccessibleText(texts.get(name));
        field.textProperty().bindBidirectional(text);
        lifetime.onEnd(() -> field.textProperty().unbindBidirectional(text));
        return field;
    }

    private Label muted(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sweep-line");
        return line;
    }
}
