package org.dwastudio.ui.shell;

import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.queue.QueueActions;
import org.dwastudio.ui.queue.QueueView;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.workspace.QueueAdditions;

/** Dialog with the queue, opened and closed by its view model. */
record QueueDialog(ToolDialog dialog) {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 460;

    static QueueDialog of(Window owner, QueueAdditions queueing, Messages texts, Disposables lifetime) {
        return new QueueDialog(new ToolDialog(
                owner,
                queueing.queue().shownProperty(),
                "command.queue",
                whileOpen -> {
                    Region node = new QueueView(
                                    queueing.queue(),
                                    new QueueActions(
                                            queueing::load,
                                            queueing::change,
                                            queueing::addFollowing,
                                            queueing::canBeFollowed,
                                            queueing::block),
                                    texts,
                                    whileOpen)
                            .node();
                    node.setPrefSize(WIDTH, HEIGHT);
                    node.setMinSize(WIDTH, HEIGHT);
                    return node;
                },
                texts,
                lifetime));
    }
}
