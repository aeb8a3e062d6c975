package org.dwastudio.ui.sweep.setup;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
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
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;

/** View of the settings of a sweep: what varies, and how values are chosen. */
public final class SweepSetupView {
    private static final double FIELD = 64;
    private static final double NAME = 170;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

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
        Hyperlink add = new Hyperlink(texts.get("sweep.add"));
        add.setId("sweep-add");
        add.setOnAction(event -> actions.add());
        Node strategy = choice(List.of(SearchStrategy.values()), names);
        Node objective =
                new ChoiceButton<>(List.of(Objective.values()), names::name, model.objectiveProperty(), lifetime);
        Node length = new ChoiceButton<>(
                List.of(SweepLength.values()),
                one -> texts.get("sweep.length." + one.key()),
                model.lengthProperty(),
                lifetime);
        HBox runs = setting("sweep.length", length);
        // The runs of a sweep that has begun keep their length.
        lifetime.follow(
                () -> Visibility.show(
                        runs, !node.isDisabled() && !model.fixedProperty().get()),
                node.disabledProperty(),
                model.fixedProperty());
        Node name = name();
        Node heldOut = number("heldOutShare", model.heldOutShareProperty());
        lifetime.follow(model.fixedProperty(), fixed -> List.of(add, name, strategy, length, objective, heldOut)
                .forEach(control -> control.setDisable(fixed)));
        Card note = new Card(texts.get("sweep.heldOut.title"));
        note.getStyleClass().add("sweep-note");
        note.subtitleProperty().set(texts.get("sweep.heldOut.detail"));
        node.getChildren()
                .addAll(
                        title("sweep.what"),
                        new RadiusOffer(SweepLength.WHOLE, actions, texts, lifetime).node(),
                        new RadiusOffer(SweepLength.QUICK, actions, texts, lifetime).node(),
                        rows,
                        add,
                        hint(),
                        title("sweep.how"),
                        setting("sweep.name", name),
                        setting("sweep.strategy", strategy),
                        runs,
                        number("trials", model.trialsProperty()),
                        number("seeds", model.seedsProperty()),
                        setting("sweep.objective", objective),
                        heldOut,
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
        lifetime.follow(
                model.problemsProperty(), found -> field.pseudoClassStateChanged(DANGER, found.containsKey(key)));
        return setting("sweep." + key, field);
    }

    /** Returns the field of the name, which shows the proposed one while it is empty. */
    private TextField name() {
        TextField field = new TextField();
        field.setId("sweep-name");
        field.getStyleClass().add("sweep-value");
        field.setPrefWidth(NAME);
        field.setMaxWidth(NAME);
        field.textProperty().bindBidirectional(model.nameProperty());
        lifetime.onEnd(() -> field.textProperty().unbindBidirectional(model.nameProperty()));
        lifetime.follow(() -> field.setPromptText(model.proposedName()), model.rows());
        return field;
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

    /** Returns what to do while nothing varies. */
    private Label hint() {
        Label hint = new Label(texts.get("sweep.nothing"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(() -> Visibility.show(hint, model.rows().isEmpty()), model.rows());
        return hint;
    }

    private Label title(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("card-title");
        return title;
    }
}
