package org.dwastudio.ui.shell;

import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.desktop.TextClipboard;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.history.HistoryHandlers;
import org.dwastudio.ui.history.RunHistoryView;
import org.dwastudio.ui.history.RunHistoryViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.workspace.Workspace;

/** Dialog with the history of runs, opened and closed by its view model. */
record HistoryDialog(ToolDialog dialog) {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 560;
    private static final double LEAST_WIDTH = 1140;
    private static final double LEAST_HEIGHT = 420;

    static HistoryDialog of(
            Window owner,
            Workspace workspace,
            Dialogs dialogs,
            PathPicker picker,
            Messages texts,
            Disposables lifetime) {
        RunHistoryViewModel history = workspace.history();
        return new HistoryDialog(new ToolDialog(
                owner,
                history.shownProperty(),
                "history.title",
                whileOpen -> {
                    Region node = new RunHistoryView(
                                    history,
                                    new HistoryHandlers(
                                            run -> dialogs.askBeforeDeletingRun(run, () -> history.delete(run)),
                                            () -> picker.pick(
                                                    PathRequest.saveFile(
                                                            "history.picker.csv", FileType.TABLES, "runs.csv"),
                                                    texts),
                                            folders -> {
                                                history.shownProperty().set(false);
                                                workspace.comparison().compare(folders);
                                            },
                                            new TextClipboard()::put),
                                    texts,
                                    whileOpen)
                            .node();
                    node.setPrefSize(WIDTH, HEIGHT);
                    // Some window managers would make it half as wide.
                    node.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
                    return node;
                },
                texts,
                lifetime));
    }
}
