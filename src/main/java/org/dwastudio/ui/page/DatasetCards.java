package org.dwastudio.ui.page;

import javafx.scene.Node;
import org.dwastudio.ui.dataset.DatasetCard;
import org.dwastudio.ui.dataset.DatasetPicker;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.stage.PageContext;

/**
 * Cards of the experiment's dataset, one for every page that shows it.
 *
 * @param datasets what can be chosen, checked and downloaded
 */
record DatasetCards(Datasets datasets) {

    Node node(PageContext context) {
        DatasetPicker.Handlers ways = new DatasetPicker.Handlers(
                () -> context.picker()
                        .pick(PathRequest.folder("dataset.picker.folder"), context.texts())
                        .ifPresent(datasets.choice()::choose),
                () -> context.picker()
                        .pick(PathRequest.openFile("dataset.picker.archive", FileType.ARCHIVES), context.texts())
                        .ifPresent(datasets.choice()::choose),
                () -> datasets.download().shownProperty().set(true),
                datasets.check()::open,
                () -> datasets.options().shownProperty().set(true));
        return new DatasetCard(datasets.current(), datasets.choice(), ways, context.texts(), context.lifetime()).node();
    }
}
