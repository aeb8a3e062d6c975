package org.dwastudio.ui.imagegrid;

import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/** Tooltip of the tile under the mouse, shown below the tile. FX thread only. */
public final class TileTooltip {
    private static final Duration DELAY = Duration.millis(400);
    private static final double DISTANCE = 6;

    private final ImageGrid grid;
    private final Function<Tile, String> text;
    private final Tooltip tooltip = new Tooltip();
    private final PauseTransition delay = new PauseTransition(DELAY);
    private Optional<Tile> hovered = Optional.empty();

    /**
     * Creates a tooltip and connects it to the grid.
     *
     * @param text description of a tile
     */
    public TileTooltip(ImageGrid grid, Function<Tile, String> text) {
        this.grid = grid;
        this.text = text;
        tooltip.setId("tile-tooltip");
        delay.setOnFinished(event -> show());
        grid.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        grid.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hide());
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> hide());
        grid.addEventFilter(ScrollEvent.SCROLL, event -> hide());
        grid.addEventFilter(KeyEvent.KEY_PRESSED, event -> hide());
        grid.sceneProperty().subscribe(scene -> hide());
    }

    /** Updates the description of a tile in a column that changed. */
    public void refresh(int column) {
        if (tooltip.isShowing()
                && hovered.filter(tile -> tile.column() == column).isPresent()) {
            tooltip.setText(text.apply(hovered.get()));
        }
    }

    private void moved(MouseEvent event) {
        Optional<Tile> tile = grid.tileAt(event.getX(), event.getY());
        if (tile.equals(hovered)) {
            return;
        }
        boolean another = tooltip.isShowing();
        hide();
        hovered = tile;
        if (tile.isPresent() && another) {
            show();
        } else if (tile.isPresent()) {
            delay.playFromStart();
        }
    }

    private void show() {
        if (grid.getScene() == null || hovered.isEmpty()) {
            return;
        }
        Bounds bounds = grid.localToScreen(grid.boundsOf(hovered.get()));
        tooltip.setText(text.apply(hovered.get()));
        tooltip.show(grid, bounds.getMinX(), bounds.getMaxY() + DISTANCE);
    }

    private void hide() {
        delay.stop();
        tooltip.hide();
        hovered = Optional.empty();
    }
}
