package org.dwastudio.ui.history;

import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TableCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.dwastudio.run.history.RunSummary;
import org.jspecify.annotations.Nullable;

/** Cell with the reduced contact sheet of a run, which is read in the background once its row is visible. */
final class SheetCell extends TableCell<RunSummary, Path> {
    private static final double WIDTH = 52;
    private static final double HEIGHT = 40;
    /** Pixels for a sharp screen. */
    private static final double SCALE = 2;

    private final ImageView view = new ImageView();
    private @Nullable Path shown;

    SheetCell() {
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        // A run of few columns has a tall sheet: reduced as a whole, its images would be too small to recognize.
        view.setViewport(new Rectangle2D(0, 0, SCALE * WIDTH, SCALE * HEIGHT));
    }

    @Override
    protected void updateItem(@Nullable Path sheet, boolean empty) {
        super.updateItem(sheet, empty);
        if (empty || sheet == null) {
            shown = null;
            view.setImage(null);
            setGraphic(null);
        } else if (!sheet.equals(shown)) {
            shown = sheet;
            view.setImage(new Image(sheet.toUri().toString(), SCALE * WIDTH, 0, true, true, true));
            setGraphic(view);
        }
    }
}
