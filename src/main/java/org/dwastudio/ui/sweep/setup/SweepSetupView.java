package org.dwastudio.ui.sweep.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.text.Message;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;

/** View of the settings of a sweep: what varies, and how values are chosen. */
public final class SweepSetupView {
    private static final double FIELD = 64;

    private final SweepSetupViewModel model;
    private final SweepSetupActions actions;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox rows = new VBox();
    private final VBox node = new VBox();
    private Disposables ofRows = new Disposables();

    /** @param actions changes of the settings that vary */
    public SweepSetupView(SweepSetupActions actions, Messages texts, Disposables lifetime) {
        model = actions.model();
        this.actions = actions;
        this.texts = texts;
        this.lifetime = lifetime;
        SweepChoices names = new SweepChoices(texts);
        node.getStyleClass().add("sweep-setup");
        rows.getStyleClass().add("sweep-rows");
        ActionButton radius = new ActionButton(
                        "sweep-radius", texts.get("sweep.radius"), StudioIcon.HELP, actions::askForRadius)
                .small();
        radius.setMaxWidth(Double.MAX_VALUE);
        Hyperlink add = new Hyperlink(texts.get("sweep.add"));
        add.setId("sweep-add");
        add.setOnAction(event -> actions.add());
        Node strategy = choice(List.of(SearchStrategy.values()), names);
        Node objective =
                new ChoiceButton<>(List.of(Objective.values()), names::name, model.objectiveProperty(), lifetime);
        Node heldOut = number("heldOutShare", model.heldOutShareProperty());
        lifetime.follow(model.fixedProperty(), fixed -> List.of(radius, add, strategy, objective, heldOut)
                .forEach(control -> control.setDisable(fixed)));
        Label general = problem("");
        Card note = new Card(texts.get("sweep.heldOut.title"));
        note.getStyleClass().add("sweep-note");
        note.subtitleProperty().set(texts.get("sweep.heldOut.detail"));
        node.getChildren()
                .addAll(
                        title("sweep.what"),
                        radius,
                        rows,
                        add,
                        hint(),
                        title("sweep.how"),
                        setting("sweep.strategy", strategy),
                        number("trials", model.trialsProperty()),
                        problem("trials"),
                        number("seeds", model.seedsProperty()),
                        problem("seeds"),
                        setting("sweep.objective", objective),
                        heldOut,
                        problem("heldOutShare"),
                        general,
                        note);
        lifetime.follow(this::showRows, model.rows());
        lifetime.onEnd(() -> ofRows.end());
    }

    /** Returns the view. */
    public VBox node() {
        return node;
    }

    private ChoiceButton<SearchStrategy> choice(List<SearchStrategy> strategies, SweepChoices names) {
        ChoiceButton<SearchStrategy> choice =
                new ChoiceButton<>(strategies, names::name, model.strategyProperty(), lifetime);
        choice.setId("sweep-strategy");
        return choice;
    }

    private void showRows() {
        ofRows.end();
        ofRows = new Disposables();
        rows.getChildren()
                .setAll(model.rows().stream()
                        .map(row -> new SweptRowView(row, actions, texts, ofRows).node())
                        .toList());
    }

    private HBox number(String key, StringProperty value) {
        TextField field = new TextField();
        field.setId("sweep-" + key);
        field.getStyleClass().add("sweep-value");
        field.setPrefWidth(FIELD);
        field.setMaxWidth(FIELD);
        field.textProperty().bindBidirectional(value);
        lifetime.onEnd(() -> field.textProperty().unbindBidirectional(value));
        return setting("sweep." + key, field);
    }

    private HBox setting(String key, Node control) {
        Label name = new Label(texts.get(key));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(name, space, control);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sweep-line");
        return line;
    }

    /** Returns the problem of a setting; with an empty key those of the experiment. */
    private Label problem(String key) {
        Label label = new Label();
        label.getStyleClass().add("option-problem");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(model.problemsProperty(), found -> {
            String shown = key.isEmpty() ? others(found) : text(found, key);
            label.setText(shown);
            Visibility.show(label, !shown.isEmpty());
        });
        return label;
    }

    /** Returns what to do while nothing varies. */
    private Label hint() {
        Label hint = new Label(texts.get("sweep.nothing"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(() -> Visibility.show(hint, model.rows().isEmpty()), model.rows());
        return hint;
    }

    private String text(Map<String, Message> found, String key) {
        return Optional.ofNullable(found.get(key)).map(texts::show).orElse("");
    }

    private String others(Map<String, Message> found) {
        List<String> own = List.of("parameters", "trials", "seeds", "heldOutShare");
        return found.entrySet().stream()
                .filter(problem -> !own.contains(problem.getKey()))
                .map(problem -> texts.show(problem.getValue()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private Label title(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("card-title");
        return title;
    }
}
