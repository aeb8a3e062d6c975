package org.dwastudio.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.dwastudio.queue.StageLine;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.queue.QueueViewModel;
import org.dwastudio.ui.screen.Messages;

/** Number of queued stages in the status bar, which opens their list; hidden while nothing is queued. */
final class QueueButton extends Button {
    QueueButton(QueueViewModel queue, Messages texts, Disposables lifetime) {
        setId("queue-button");
        getStyleClass().add("quiet-button");
        setGraphic(StudioIcon.QUEUE.node());
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(texts.get("status.queue.help")));
        setOnAction(event -> queue.show());
        lifetime.follow(
                () -> {
                    StageLine line = queue.lineProperty().get();
                    boolean waits =
                            queue.pausedProperty().get() && !line.waiting().isEmpty();
                    setText(texts.format(
                            waits ? "status.queue.paused" : "status.queue",
                            line.stages().size()));
                    Visibility.show(this, !line.stages().isEmpty());
                },
                queue.lineProperty(),
                queue.pausedProperty());
    }
}
