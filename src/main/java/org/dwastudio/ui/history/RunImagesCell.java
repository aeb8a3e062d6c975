package org.dwastudio.ui.history;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TableCell;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.preview.PreviewSize;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.preview.RunThumbnail;
import org.jspecify.annotations.Nullable;

/** Cell with the first images of a run, which are read in the background once its row is visible. */
final class RunImagesCell extends TableCell<RunSummary, Path> {
    private static final double WIDTH = 52;
    private static final double HEIGHT = 40;
    private static final PreviewSize MOST = new PreviewSize(3, 4);

    private final RunThumbnail thumbnail;

    RunImagesCell(RunImagesReader reader) {
        thumbnail = new RunThumbnail(reader, MOST, WIDTH, HEIGHT);
    }

    @Override
    protected void updateItem(@Nullable Path sheet, boolean empty) {
        super.updateItem(sheet, empty);
        Optional<Path> run =
                empty ? Optional.empty() : Optional.ofNullable(sheet).map(Path::getParent);
        thumbnail.setRun(run);
        setGraphic(run.isEmpty() ? null : thumbnail);
    }
}
