package org.dwastudio.ui.imagegrid;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse and keyboard input of a grid: click selects, drag and wheel scroll, Shift and wheel scroll sideways, Ctrl and
 * wheel zoom, arrows move the selection, + − 0 zoom in, out and to fit, Escape clears the selection.
 */
final class GridGestures {
    private static final int ALL = Integer.MAX_VALUE / 2;
    private static final double ZOOM_A_NOTCH = 1.2;

    private final ImageGrid grid;
    private double lastX;
    private double lastY;

    GridGestures(ImageGrid grid) {
        this.grid = grid;
    }

    void connect() {
        grid.setOnMousePressed(this::pressed);
        grid.setOnMouseDragged(this::dragged);
        grid.setOnMouseClicked(this::clicked);
        grid.setOnScroll(this::scrolled);
        grid.setOnKeyPressed(this::keyPressed);
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (!event.isStillSincePress()) {
            grid.panBy(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            grid.tileAt(event.getX(), event.getY()).ifPresent(grid.selectedTileProperty()::set);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() || event.isControlDown()) {
            grid.zoomAround(event.getDeltaY() < 0 ? 1 / ZOOM_A_NOTCH : ZOOM_A_NOTCH, event.getX(), event.getY());
        } else {
            boolean sideways = event.getDeltaX() == 0 && (event.isShiftDown() || scrollsOnlySideways());
            grid.panBy(sideways ? event.getDeltaY() : event.getDeltaX(), sideways ? 0 : event.getDeltaY());
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            toCorner(event);
            return;
        }
        switch (event.getCode()) {
            case LEFT -> grid.moveSelection(0, -1);
            case RIGHT -> grid.moveSelection(0, 1);
            case UP -> grid.moveSelection(-1, 0);
            case DOWN -> grid.moveSelection(1, 0);
            case PAGE_UP -> moveByPages(-1);
            case PAGE_DOWN -> moveByPages(1);
            case HOME -> grid.moveSelection(0, -ALL);
            case END -> grid.moveSelection(0, ALL);
            case PLUS, ADD, EQUALS -> grid.zoomIn();
            case MINUS, SUBTRACT -> grid.zoomOut();
            case DIGIT0, NUMPAD0 -> grid.fit();
            case ESCAPE -> grid.selectedTileProperty().set(null);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Moves the selection by a number of screens: of rows, or of columns if all rows are in view. */
    private void moveByPages(int pages) {
        GridGeometry geometry = grid.viewport().geometry();
        if (scrollsOnlySideways()) {
            grid.moveSelection(0, pages * Math.max(1, geometry.viewWidth() / geometry.pitchX()));
        } else {
            grid.moveSelection(pages * Math.max(1, geometry.viewHeight() / geometry.pitchY()), 0);
        }
    }

    /** Returns true if some columns, but no rows, are out of view. */
    private boolean scrollsOnlySideways() {
        return grid.viewport().scrollsSideways() && !grid.viewport().scrollsDown();
    }

    /** Ctrl+Home and Ctrl+End select the first and the last image. */
    private void toCorner(KeyEvent event) {
        boolean first = event.getCode() == KeyCode.HOME;
        if (!event.isAltDown() && (first || event.getCode() == KeyCode.END)) {
            grid.moveSelection(first ? -ALL : ALL, first ? -ALL : ALL);
            event.consume();
        }
    }
}
