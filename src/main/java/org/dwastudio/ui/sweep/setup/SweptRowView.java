package org.dwastudio.ui.sweep.setup;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
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
        Label problem = new Label();
        problem.getStyleClass().add("option-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(row.problemProperty(), found -> {
            problem.setText(found.map(texts::show).orElse(""));
            Visibility.show(problem, found.isPresent());
        });
        HBox range = range();
        HBox list = list();
        lifetime.follow(row.listedProperty(), listed -> {
            Visibility.show(range, !listed);
            Visibility.show(list, listed);
        });
        node.getChildren().addAll(head, range, list, problem);
    }

    VBox node() {
        return node;
    }

    private HBox range() {
        SimpleObjectProperty<SweepSpacing> spacing = new SimpleObjectProperty<>(this, "spacing", SweepSpacing.LINEAR);
        lifetime.follow(row.logarithmicProperty(), now -> spacing.set(SweepSpacing.of(now)));
        spacing.subscribe((old, now) -> {
            if (now == SweepSpacing.LIST) {
                row.listedProperty().set(true);
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
