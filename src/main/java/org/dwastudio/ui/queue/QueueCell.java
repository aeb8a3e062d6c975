package org.dwastudio.ui.queue;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.screen.Messages;

/** Cell of a queued stage: name, stage, settings that differ from the preset, and state. It is dragged to another place. */
final class QueueCell extends ListCell<QueuedStage> {
    private final QueueViewModel model;
    private final QueueActions actions;
    private final Messages texts;
    private final QueueText words;
    private final Label name = new Label();
    private final Label stage = new Label();
    private final Label state = new Label();
    private final Label reason = new Label();
    private final HBox settings = new HBox();
    private final VBox content = new VBox();

    QueueCell(QueueViewModel model, QueueActions actions, Messages texts) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        words = new QueueText(texts);
        name.getStyleClass().add("queue-name");
        stage.getStyleClass().add("muted");
        state.getStyleClass().add("muted");
        state.setMinWidth(USE_PREF_SIZE);
        reason.getStyleClass().add("option-problem");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        settings.getStyleClass().add("queue-settings");
        HBox.setHgrow(stage, Priority.ALWAYS);
        stage.setMaxWidth(Double.MAX_VALUE);
        HBox title = new HBox(name, stage, state);
        title.getStyleClass().add("queue-title");
        content.getStyleClass().add("queue-row");
        content.getChildren().addAll(title, settings, reason);
        // As wide as the list, so that long reasons wrap.
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && getItem() != null) {
                actions.load().accept(getItem());
            }
        });
        setOnDragDetected(event -> begin());
        setOnDragOver(this::over);
        setOnDragDropped(this::drop);
    }

    @Override
    protected void updateItem(QueuedStage item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(null);
        if (empty || item == null) {
            setAccessibleText(null);
            return;
        }
        name.setText(item.experiment().name());
        stage.setText(words.stage(item, model.lineProperty().get()));
        state.setText(words.state(item));
        state.setGraphic(icon(item.state()).map(StudioIcon::node).orElse(null));
        reason.setText(item.reason().map(texts::show).orElse(""));
        Visibility.show(reason, item.reason().isPresent());
        settings.getChildren()
                .setAll(words.settings(item, actions.block().apply(item)).stream()
                        .map(QueueCell::chip)
                        .toList());
        setAccessibleText(String.join(", ", name.getText(), stage.getText(), state.getText()));
        setGraphic(content);
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add("queue-chip");
        return chip;
    }

    private static Optional<StudioIcon> icon(QueueState state) {
        return switch (state) {
            case RUNNING -> Optional.of(StudioIcon.RUNNING);
            case FAILED -> Optional.of(StudioIcon.FAILED);
            case STOPPED -> Optional.of(StudioIcon.STOP);
            case WAITING -> Optional.empty();
        };
    }

    private void begin() {
        QueuedStage item = getItem();
        if (item != null && item.state() != QueueState.RUNNING) {
            Dragboard board = startDragAndDrop(TransferMode.MOVE);
            ClipboardContent carried = new ClipboardContent();
            carried.putString(item.id());
            board.setContent(carried);
            board.setDragView(snapshot(null, null));
        }
    }

    private void over(DragEvent event) {
        if (isCarried(event)) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (isCarried(event)) {
            int last = model.lineProperty().get().stages().size() - 1;
            model.move(event.getDragboard().getString(), isEmpty() ? last : getIndex());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean isCarried(DragEvent event) {
        return event.getDragboard().hasString()
                && model.lineProperty()
                        .get()
                        .find(event.getDragboard().getString())
                        .isPresent();
    }
}
