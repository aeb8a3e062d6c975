package org.dwastudio.ui.shell;

import javafx.application.Platform;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dwastudio.ui.comparison.ComparisonHandlers;
import org.dwastudio.ui.comparison.ComparisonView;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.workspace.Workspace;

/** Dialog with the comparison of runs, about as large as the window, opened and closed by its view model. */
record ComparisonDialog(ToolDialog dialog) {
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 480;
    /** Room of the window around the dialog, and of its title and buttons. */
    private static final double MARGIN_X = 40;

    private static final double MARGIN_Y = 120;
    private static final double MARGIN_TOP = 40;

    static ComparisonDialog of(
            Window owner, Workspace workspace, PathPicker picker, Messages texts, Disposables lifetime) {
        return new ComparisonDialog(new ToolDialog(
                owner,
                workspace.comparison().shownProperty(),
                "comparison.title",
                whileOpen -> {
                    Region node = new ComparisonView(
                                    workspace.comparison(),
                                    new ComparisonHandlers(
                                            workspace.history()::show,
                                            () -> picker.pick(PathRequest.folder("comparison.picker.folder"), texts),
                                            () -> picker.pick(
                                                    PathRequest.saveFile(
                                                            "comparison.picker.page",
                                                            FileType.REPORTS,
                                                            "compared-runs.html"),
                                                    texts)),
                                    texts,
                                    whileOpen)
                            .node();
                    fillWindow(node, owner);
                    return node;
                },
                texts,
                lifetime));
    }

    /** Makes the content of a dialog about as large as the window. */
    static void fillWindow(Region node, Window owner) {
        node.setPrefSize(
                Math.max(LEAST_WIDTH, owner.getWidth() - MARGIN_X),
                Math.max(LEAST_HEIGHT, owner.getHeight() - MARGIN_Y));
        node.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        // Some window managers would make it as small as it may be.
        Platform.runLater(() -> fit(node, owner));
    }

    private static void fit(Region node, Window owner) {
        if (node.getScene() != null) {
            Window dialog = node.getScene().getWindow();
            dialog.setWidth(Math.max(dialog.getWidth(), owner.getWidth() - MARGIN_X));
            dialog.setHeight(owner.getHeight() - MARGIN_TOP);
            dialog.setX(owner.getX() + (owner.getWidth() - dialog.getWidth()) / 2);
            dialog.setY(owner.getY() + MARGIN_TOP / 2);
        }
    }
}
