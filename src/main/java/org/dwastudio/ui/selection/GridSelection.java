package org.dwastudio.ui.selection;

import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.ImageGrid;

/** Link of an image grid to the hovered and marked images: it frames them, and its tile under the mouse is hovered. */
public final class GridSelection {
    private GridSelection() {}

    /** Links a grid for a lifetime. */
    public static void link(ImageSelection selection, ImageGrid grid, Disposables lifetime) {
        lifetime.follow(selection.markedProperty(), grid.markedTilesProperty()::set);
        lifetime.follow(selection.hoveredProperty(), grid.hoveredTileProperty()::set);
        grid.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> selection.hoveredProperty().set(grid.tileAt(event.getX(), event.getY())));
        grid.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> selection.hoveredProperty().set(Optional.empty()));
    }
}
