package org.dwastudio.ui.comparison.again;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.StudioPopOver;
import org.dwastudio.ui.control.SubscriptLabel;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.control.WarningLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.setting.SettingField;

/** Pop-over with the settings of a run to be repeated: Enter starts, Esc closes. */
public final class RunAgainPopOver {
    private static final double WORDS = 340;
    private static final double TALLEST_LIST = 300;

    private final RunAgainViewModel model;
    private final Runnable used;
    private final UnaryOperator<String> names;
    private final Messages texts;
    private final Disposables lifetime = new Disposables();
    private final WarningLabel busy = new WarningLabel("again-busy");
    private final WarningLabel problem = new WarningLabel("again-problem");
    private final Label estimate = new Label();
    private final StudioPopOver popOver;
    private final List<SettingField> fields;

    /**
     * Creates a closed pop-over.
     *
     * @param keys keys of the settings to be edited
     * @param place key of the sentence that names the column of the new run
     * @param used runs after the window has taken the settings without starting
     * @param names returns the name of a setting, by its key
     */
    public RunAgainPopOver(
            RunAgainViewModel model,
            ComparedRun run,
            List<String> keys,
            String place,
            Runnable used,
            UnaryOperator<String> names,
            Messages texts) {
        this.model = model;
        this.used = used;
        this.names = names;
        this.texts = texts;
        fields = model.open(run, keys);
        estimate.setId("again-estimate");
        estimate.getStyleClass().add("muted");
        Label title = new Label(texts.format("comparison.again.title", run.label(), run.name()));
        title.getStyleClass().add("card-title");
        VBox content = new VBox(title, list(), problem, busy, notes(run, place), buttons());
        content.getStyleClass().addAll("class-popover", "run-again");
        popOver = new StudioPopOver(content);
        popOver.setArrowLocation(ArrowLocation.TOP_CENTER);
        popOver.setOnHidden(event -> {
            lifetime.end();
            model.close();
        });
        lifetime.follow(model.busyProperty(), active -> busy.warn(active ? texts.get("comparison.again.busy") : ""));
        lifetime.follow(
                model.problemProperty(),
                message -> problem.warn(message.map(texts::show).orElse("")));
        lifetime.follow(
                this::showEstimate,
                model.estimate().estimateProperty(),
                model.experimentProperty(),
                model.estimate().engineBusyProperty());
    }

    /** Opens below a control, with the keyboard on the first setting. */
    public void show(Node owner) {
        popOver.show(owner);
        popOver.getRoot()
                .lookup("#again-field-" + Math.min(1, fields.size() - 1))
                .requestFocus();
    }

    private Node list() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("run-again-fields");
        int row = 0;
        for (SettingField field : fields) {
            SubscriptLabel name = new SubscriptLabel();
            name.nameProperty().set(names.apply(field.key()));
            name.getStyleClass().add("muted");
            name.setTooltip(new Tooltip(field.key()));
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row, name, editor(field));
            grid.add(problemOf(field), 1, row + 1);
            row += 2;
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("comparison-settings");
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(TALLEST_LIST);
        return scroll;
    }

    private TextField editor(SettingField field) {
        TextField editor = new TextField(field.textProperty().get());
        editor.setId("again-field-" + fields.indexOf(field));
        editor.setAccessibleText(names.apply(field.key()));
        editor.setOnAction(event -> start());
        GridPane.setHgrow(editor, Priority.ALWAYS);
        editor.textProperty().subscribe(text -> field.textProperty().set(text));
        return editor;
    }

    private Label problemOf(SettingField field) {
        Label label = new Label();
        label.getStyleClass().add("option-problem");
        label.setWrapText(true);
        label.setMaxWidth(WORDS * 2 / 3);
        label.setMinHeight(Region.USE_PREF_SIZE);
        lifetime.follow(field.problemProperty(), message -> {
            label.setText(message.map(texts::show).orElse(""));
            Visibility.show(label, message.isPresent());
        });
        return label;
    }

    private VBox notes(ComparedRun run, String place) {
        List<Node> notes = new ArrayList<>(List.of(estimate, words(texts.get(place))));
        if (!run.experiment().tuning().isEmpty()) {
            notes.add(words(texts.format(
                    "comparison.again.tuning", run.experiment().tuning().size())));
        }
        VBox box = new VBox(notes.toArray(Node[]::new));
        box.getStyleClass().add("run-again-notes");
        return box;
    }

    private Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMaxWidth(WORDS);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox buttons() {
        Button start = new ActionButton(
                        "again-start", texts.get("comparison.again.start"), StudioIcon.START, this::start)
                .likely();
        Button use = new ActionButton("again-use", texts.get("comparison.again.use"), StudioIcon.OPTIONS, this::use);
        use.setTooltip(new Tooltip(texts.get("comparison.again.use.help")));
        Button queue = new ActionButton("again-queue", texts.get("command.enqueue"), StudioIcon.QUEUE, this::queue);
        start.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.experimentProperty().get().isEmpty(), model.experimentProperty()));
        queue.disableProperty().bind(start.disableProperty());
        use.disableProperty().bind(start.disableProperty());
        HBox buttons = new HBox(start, queue, use);
        buttons.getStyleClass().add("run-again-buttons");
        return buttons;
    }

    private void start() {
        if (model.start()) {
            popOver.hide();
        }
    }

    private void queue() {
        if (model.queue()) {
            popOver.hide();
        }
    }

    private void use() {
        if (model.use()) {
            popOver.hide();
            used.run();
        }
    }

    private void showEstimate() {
        LoadState<StageEstimate> now = model.estimate().estimateProperty().get();
        Optional<StageEstimate> known = now.value();
        String waiting =
                model.estimate().engineBusyProperty().get() ? "stage.estimate.later" : "stage.estimate.measuring";
        estimate.setText(
                model.experimentProperty().get().isEmpty() || now.isFailed()
                        ? texts.get("comparison.again.noEstimate")
                        : known.map(found -> texts.format(
                                        "stage.estimate.chip", DurationText.approximate(found.seconds(), texts)))
                                .orElse(texts.get(waiting)));
    }
}
