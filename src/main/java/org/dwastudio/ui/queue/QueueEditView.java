package org.dwastudio.ui.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.SubscriptLabel;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.control.WarningLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.queue.QueueEditViewModel.Edit;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.setting.SettingField;
import org.dwastudio.ui.setting.SettingNames;

/** View of the settings of a queued stage: the button and Ctrl+Enter take them, Esc leaves them unchanged. */
final class QueueEditView {
    private static final double WIDTH = 400;

    private final QueueEditViewModel model;
    private final Messages texts;
    private final SettingNames names;
    private final WarningLabel problem = new WarningLabel("queue-edit-problem");
    private final VBox node = new VBox();
    /** Listeners to the fields of the shown edit. */
    private Disposables fields = new Disposables();
    /** True once the keyboard was given to a field in a window that has it. */
    private boolean given;

    QueueEditView(QueueEditViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        names = new SettingNames(texts);
        node.setId("queue-edit");
        node.getStyleClass().add("queue-edit");
        node.setMinWidth(WIDTH);
        node.setMaxWidth(WIDTH);
        problem.setMaxWidth(WIDTH);
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        lifetime.follow(model.editProperty(), this::show);
        lifetime.follow(
                model.problemProperty(),
                message -> problem.warn(message.map(texts::show).orElse("")));
        lifetime.onEnd(() -> fields.end());
    }

    VBox node() {
        return node;
    }

    private void show(Optional<Edit> edit) {
        fields.end();
        fields = new Disposables();
        node.getChildren().clear();
        Visibility.show(node, edit.isPresent());
        edit.ifPresent(this::fill);
    }

    private void fill(Edit edit) {
        Label title = new Label(
                texts.format("queue.edit.title", edit.stage().experiment().name()));
        title.getStyleClass().add("card-title");
        Label about = new Label(texts.get(edit.isNew() ? "queue.edit.new" : "queue.edit.queued"));
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("run-again-fields");
        List<SettingField> all = edit.fields();
        List<TextField> editors = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            editors.add(editor(all.get(place), place));
            grid.addRow(2 * place, name(all.get(place)), editors.get(place));
            grid.add(problemOf(all.get(place)), 1, 2 * place + 1);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("comparison-settings");
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ActionButton accept = acceptButton(edit);
        new QueueEditKeys(editors, scroll, accept).install(model::accept);
        node.getChildren().addAll(title, about, scroll, problem, buttons(accept));
        Optional.ofNullable(grid.lookup("#queue-field-" + Math.min(2, all.size() - 1)))
                .ifPresent(this::giveKeyboard);
    }

    /** Gives the keyboard to a field, once: a window that opens gives it to a button first. */
    private void giveKeyboard(Node field) {
        given = false;
        ObservableValue<Boolean> focused = node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false);
        fields.follow(focused, now -> {
            if (now && !given) {
                given = true;
                // After the window has given it to its button.
                Platform.runLater(() -> Platform.runLater(field::requestFocus));
            }
        });
        Platform.runLater(field::requestFocus);
    }

    private SubscriptLabel name(SettingField field) {
        SubscriptLabel name = new SubscriptLabel();
        name.nameProperty().set(names.of(field.key()));
        name.getStyleClass().add("muted");
        name.setTooltip(new Tooltip(field.key()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private TextField editor(SettingField field, int place) {
        TextField editor = new TextField(field.textProperty().get());
        editor.setId("queue-field-" + place);
        editor.setAccessibleText(names.of(field.key()));
        editor.setMinWidth(WIDTH / 3);
        GridPane.setHgrow(editor, Priority.ALWAYS);
        editor.textProperty().subscribe(text -> field.textProperty().set(text));
        return editor;
    }

    private Label problemOf(SettingField field) {
        Label label = new Label();
        label.getStyleClass().add("option-problem");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        fields.follow(field.problemProperty(), message -> {
            label.setText(message.map(texts::show).orElse(""));
            Visibility.show(label, message.isPresent());
        });
        return label;
    }

    private ActionButton acceptButton(Edit edit) {
        String key = edit.isNew() ? "command.enqueue" : "queue.edit.change";
        ActionButton accept =
                new ActionButton("queue-edit-accept", texts.get(key), StudioIcon.DONE, model::accept).likely();
        accept.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.experimentProperty().get().isEmpty(), model.experimentProperty()));
        fields.onEnd(() -> accept.disableProperty().unbind());
        return accept;
    }

    private HBox buttons(ActionButton accept) {
        ActionButton cancel =
                new ActionButton("queue-edit-cancel", texts.get("queue.edit.cancel"), StudioIcon.CLOSE, model::close);
        HBox buttons = new HBox(accept, cancel);
        buttons.getStyleClass().add("run-again-buttons");
        return buttons;
    }
}
