package org.dwastudio.ui.shell;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.dwastudio.ui.control.Visibility;
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
        return new SweepDialog(new ToolDialog(
                owner,
                workspace.sweep().shownProperty(),
                "sweep.dialog",
                whileOpen -> {
                    NoticesView notices = new NoticesView(workspace.notices(), workspace.nextSteps(), texts, whileOpen);
                    HBox sweep = new SweepView(
                                    workspace.sweep(),
                                    new SweepHandlers(
                                            () -> picker.pick(PathRequest.folder("sweep.picker.folder"), texts),
                                            () -> picker.pick(
                                                    PathRequest.openFile("sweep.picker.file", FileType.EXPERIMENTS),
                                                    texts),
                                            () -> picker.pick(
                                                    PathRequest.saveFile(
                                                            "sweep.picker.target",
                                                            FileType.EXPERIMENTS,
                                                            "my-sweep.yaml"),
                                                    texts),
                                            (cost, start) -> new CostQuestion(
                                                            notices.node()
                                                                    .getScene()
                                                                    .getWindow(),
                                                            texts)
                                                    .ask(cost, start)),
                                    texts,
                                    whileOpen)
                            .node();
                    VBox.setVgrow(sweep, Priority.ALWAYS);
                    hideWhileEmpty(notices, workspace, whileOpen);
                    VBox node = new VBox(notices.node(), sweep);
                    ComparisonDialog.fillWindow(node, owner);
                    return node;
                },
                texts,
                lifetime));
    }

    /** Notices take no room while there are none. */
    private static void hideWhileEmpty(NoticesView notices, Workspace workspace, Disposables whileOpen) {
        whileOpen.follow(
                () -> Visibility.show(
                        notices.node(), !workspace.notices().shown().isEmpty()),
                workspace.notices().shown());
    }
}
