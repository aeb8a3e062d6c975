package org.dwastudio.ui.queue;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.queue.StageLine;
import org.dwastudio.text.Message;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.control.WarningLabel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/**
 * View of the queue: Alt+↑ and Alt+↓ move the selected stage, Del removes it, Ctrl+Z takes that back, Enter shows its settings
 * in the window.
 */
public final class QueueView {
    private final QueueViewModel model;
    private final QueueActions actions;
    private final Messages texts;
    private final Disposables lifetime;
    private final ListView<QueuedStage> list = new ListView<>();
    private final Label state = new Label();
    private final WarningLabel held = new WarningLabel("queue-held");
    private final HBox node;

    /** Creates the view of a queue. */
    public QueueView(QueueViewModel model, QueueActions actions, Messages texts, Disposables lifetime) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        this.lifetime = lifetime;
        list.setId("queue-list");
        list.getStyleClass().add("queue-list");
        list.setCellFactory(unused -> new QueueCell(model, actions, texts));
        list.setPlaceholder(placeholder());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        VBox.setVgrow(list, Priority.ALWAYS);
        FlowPane buttons = buttons();
        // The list is locked while the settings of one of its stages are open.
        lifetime.follow(model.edit().editProperty(), edit -> {
            list.setDisable(edit.isPresent());
            buttons.setDisable(edit.isPresent());
        });
        VBox left = new VBox(header(), held, list, buttons);
        left.getStyleClass().add("queue-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        node = new HBox(left, new QueueEditView(model.edit(), texts, lifetime).node());
        node.getStyleClass().add("queue");
        lifetime.follow(model.lineProperty(), this::show);
        lifetime.follow(this::showState, model.lineProperty(), model.pausedProperty(), model.holderProperty());
    }

    /** Returns the view. */
    public HBox node() {
        return node;
    }

    private Label placeholder() {
        Label empty = new Label(texts.get("queue.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().addAll("muted", "queue-empty");
        return empty;
    }

    private HBox header() {
        state.setId("queue-state");
        state.setWrapText(true);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        ActionButton pause = new ActionButton("queue-pause", texts.get("queue.pause"), StudioIcon.PAUSE, model::pause);
        ActionButton resume =
                new ActionButton("queue-continue", texts.get("queue.continue"), StudioIcon.START, model::resume);
        resume.likely();
        lifetime.follow(model.pausedProperty(), paused -> {
            Visibility.show(pause, !paused);
            Visibility.show(resume, paused);
        });
        lifetime.follow(model.holderProperty(), holder -> {
            pause.setDisable(holder.isPresent());
            resume.setDisable(holder.isPresent());
        });
        HBox header = new HBox(state, pause, resume);
        header.getStyleClass().add("queue-header");
        return header;
    }

    /**
     * Returns the row of buttons. The removal stands first: when the settings of a stage open or close, the row wraps, and
     * nothing that removes comes below the pointer.
     */
    private FlowPane buttons() {
        FlowPane buttons = new FlowPane(
                button("remove", StudioIcon.DELETE, stage -> model.remove(stage.id()), this::canMove),
                undo(),
                button("up", StudioIcon.MOVE_UP, stage -> model.moveBy(stage.id(), -1), this::canMove),
                button("down", StudioIcon.MOVE_DOWN, stage -> model.moveBy(stage.id(), 1), this::canMove),
                button("change", StudioIcon.RENAME, actions.change(), this::canMove),
                button("following", StudioIcon.ALL_STAGES, actions.addFollowing(), actions.canBeFollowed()),
                button("again", StudioIcon.RESUME, stage -> model.again(stage.id()), stage -> stage.state()
                        .isEnded()),
                button("load", StudioIcon.OPTIONS, actions.load(), stage -> true));
        buttons.getStyleClass().add("queue-buttons");
        return buttons;
    }

    private boolean canMove(QueuedStage stage) {
        return stage.state() != QueueState.RUNNING;
    }

    /** Returns a button that acts on the selected stage, if it can. */
    private ActionButton button(
            String key, StudioIcon icon, Consumer<QueuedStage> action, Predicate<QueuedStage> possible) {
        ActionButton button = new ActionButton("queue-" + key, texts.get("queue.action." + key), icon, () -> selected()
                        .ifPresent(action))
                .small();
        Observable selection = list.getSelectionModel().selectedItemProperty();
        lifetime.follow(
                () -> button.setDisable(model.holderProperty().get().isPresent()
                        || selected().filter(possible).isEmpty()),
                selection,
                model.holderProperty());
        return button;
    }

    private ActionButton undo() {
        ActionButton undo =
                new ActionButton("queue-undo", texts.get("queue.action.undo"), StudioIcon.UNDO, model::undo).small();
        lifetime.follow(model.undoableProperty(), undoable -> Visibility.show(undo, undoable));
        return undo;
    }

    private Optional<QueuedStage> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void typed(KeyEvent event) {
        boolean handled = true;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            selected().ifPresent(stage -> model.moveBy(stage.id(), -1));
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            selected().ifPresent(stage -> model.moveBy(stage.id(), 1));
        } else if (event.getCode() == KeyCode.DELETE) {
            selected().ifPresent(stage -> model.remove(stage.id()));
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            model.undo();
        } else if (event.getCode() == KeyCode.ENTER) {
            selected().ifPresent(actions.load());
        } else {
            handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    /** Shows the stages; the selection stays on its stage, or at its place if that is gone. */
    private void show(StageLine line) {
        Optional<String> before = selected().map(QueuedStage::id);
        int place = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(line.stages());
        int known = before.flatMap(line::find).map(line.stages()::indexOf).orElse(place);
        if (!line.stages().isEmpty()) {
            list.getSelectionModel()
                    .select(Math.max(0, Math.min(known, line.stages().size() - 1)));
        }
    }

    private void showState() {
        Optional<Message> holder = model.holderProperty().get();
        held.warn(holder.map(who -> texts.format("queue.held", who)).orElse(""));
        boolean paused = model.pausedProperty().get();
        boolean waits = !model.lineProperty().get().waiting().isEmpty();
        String key = paused ? "queue.state.held" : waits ? "queue.state.next" : "queue.state.none";
        state.setText(texts.get(key));
        state.setMinHeight(Region.USE_PREF_SIZE);
    }
}
