package org.dwastudio.ui.shell;

import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dwastudio.ui.compute.ComputeView;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.workspace.Workspace;

/** Dialog with the settings of a computer, opened and closed by its view model. */
record PreferencesDialog(ToolDialog dialog) {
    private static final double WIDTH = 700;

    static PreferencesDialog of(
            Window owner, Workspace workspace, PathPicker picker, Messages texts, Disposables lifetime) {
        return new PreferencesDialog(new ToolDialog(
                owner,
                workspace.compute().shownProperty(),
                "compute.title",
                whileOpen -> {
                    Region node = new ComputeView(
                                    workspace.compute(),
                                    workspace.device().deviceProperty(),
                                    () -> picker.pick(PathRequest.folder("compute.folder.prompt"), texts),
                                    texts,
                                    whileOpen)
                            .node();
                    node.setPrefWidth(WIDTH);
                    return node;
                },
                texts,
                lifetime));
    }
}
