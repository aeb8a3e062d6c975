package org.dwastudio.ui.shell;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.dwastudio.ui.dataset.DatasetCheckView;
import org.dwastudio.ui.dataset.DatasetDownloadView;
import org.dwastudio.ui.dataset.DatasetOptionsView;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/**
 * Dialogs about datasets, opened and closed by their view models.
 *
 * @param all one for each
 */
record DatasetDialogs(List<ToolDialog> all) {
    private static final double WIDTH = 680;
    private static final double REPORT_HEIGHT = 560;

    static DatasetDialogs of(Window owner, Datasets datasets, PathPicker picker, Messages texts, Disposables lifetime) {
        ToolDialog check = new ToolDialog(
                owner,
                datasets.check().shownProperty(),
                "dataset.check.title",
                whileOpen -> {
                    Region node =
                            wide(new DatasetCheckView(datasets.check(), datasets.choice(), texts, whileOpen).node());
                    node.setPrefHeight(REPORT_HEIGHT);
                    return node;
                },
                texts,
                lifetime);
        ToolDialog download = new ToolDialog(
                owner,
                datasets.download().shownProperty(),
                "dataset.download.title",
                whileOpen -> wide(new DatasetDownloadView(
                                datasets.download(),
                                () -> picker.pick(PathRequest.folder("dataset.picker.parent"), texts),
                                texts,
                                whileOpen)
                        .node()),
                texts,
                lifetime);
        ToolDialog options = new ToolDialog(
                owner,
                datasets.options().shownProperty(),
                "dataset.options.title",
                whileOpen -> wide(new DatasetOptionsView(datasets.options(), texts, whileOpen).node()),
                texts,
                lifetime);
        return new DatasetDialogs(List.of(check, download, options));
    }

    private static Region wide(Region content) {
        content.setPrefWidth(WIDTH);
        return content;
    }
}
