package org.dwastudio.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.NoticesView;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.sweep.SweepHandlers;
import org.dwastudio.ui.sweep.SweepView;
import org.dwastudio.ui.workspace.Workspace;

/** Dialog with a sweep, about as large as the window, opened and closed by its view model. */
record SweepDialog(ToolDialog dialog) {
    static SweepDialog of(Window owner, Workspace workspace, PathPicker picker, Messages texts, Disposables lifetime) {
        return new SweepDialog(ToolDialog.withPane(
                new ToolDialog.Closed(owner, workspace.sweep().shownProperty(), "sweep.dialog", texts),
                whileOpen -> {
                    NoticesView notices = new NoticesView(workspace.notices(), workspace.nextSteps(), texts, whileOpen);
                    HBox sweep = new SweepView(
                                    workspace.sweep(), handlers(picker, notices.node(), texts), texts, whileOpen)
                            .node();
                    ComparisonDialog.fillWindow(sweep, owner);
                    return new ToolDialog.Content(sweep, new NoticePane(notices.node()));
                },
                lifetime));
    }

    private static SweepHandlers handlers(PathPicker picker, Node inDialog, Messages texts) {
        return new SweepHandlers(
                () -> picker.pick(PathRequest.folder("sweep.picker.folder"), texts),
                () -> picker.pick(PathRequest.openFile("sweep.picker.file", FileType.EXPERIMENTS), texts),
                () -> picker.pick(
                        PathRequest.saveFile("sweep.picker.target", FileType.EXPERIMENTS, "my-sweep.yaml"), texts),
                (cost, start) -> new CostQuestion(inDialog.getScene().getWindow(), texts).ask(cost, start));
    }
}
