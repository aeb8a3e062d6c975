package org.dwastudio.ui.embedding;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.selection.ImageSelection;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/** Mouse and keyboard of the map: zoom to the pointer, pan, hover, select, and draw a lasso. */
final class MapGestures {
    private static final double STEP = 1.25;
    private static final double PAN = 40;
    private static final double CLICK = 4;

    private final FeatureMapPane pane;
    private final ImageSelection selection;
    private final ImagesViewModel images;
    private final BooleanProperty lassoing = new SimpleBooleanProperty(this, "lassoing");
    private Optional<Lasso> lasso = Optional.empty();
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;

    MapGestures(FeatureMapPane pane, ImageSelection selection, ImagesViewModel images) {
        this.pane = pane;
        this.selection = selection;
        this.images = images;
        lassoing.subscribe(on -> pane.setCursor(on ? Cursor.CROSSHAIR : Cursor.DEFAULT));
    }

    /** Returns whether a drag draws a lasso instead of moving the map. */
    BooleanProperty lassoingProperty() {
        return lassoing;
    }

    void install() {
        pane.setOnMousePressed(this::pressed);
        pane.setOnMouseDragged(this::dragged);
        pane.setOnMouseReleased(this::released);
        pane.setOnMouseMoved(event -> selection.hoveredProperty().set(pane.tileAt(event.getX(), event.getY())));
        pane.setOnMouseExited(event -> selection.hoveredProperty().set(Optional.empty()));
        pane.setOnScroll(this::scrolled);
        pane.setOnKeyPressed(this::keyPressed);
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        lastX = pressedX;
        lastY = pressedY;
        if (event.getButton() == MouseButton.PRIMARY && lassoing.get()) {
            Lasso drawn = new Lasso();
            drawn.add(pressedX, pressedY);
            lasso = Optional.of(drawn);
        }
    }

    private void dragged(MouseEvent event) {
        if (lasso.isPresent()) {
            lasso.get().add(event.getX(), event.getY());
            pane.showLasso(lasso);
        } else {
            pane.pan(event.getX() - lastX, event.getY() - lastY);
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void released(MouseEvent event) {
        boolean click = Math.hypot(event.getX() - pressedX, event.getY() - pressedY) <= CLICK;
        if (click) {
            Optional<Tile> tile = pane.tileAt(event.getX(), event.getY());
            if (event.isShiftDown() || event.isAltDown()) {
                tile.ifPresent(one -> selection.mark(Set.of(one), effectOf(event)));
            } else {
                images.selectedProperty().set(tile.orElse(null));
            }
        } else {
            lasso.ifPresent(drawn -> selection.mark(pane.within(drawn), effectOf(event)));
        }
        lasso = Optional.empty();
        pane.showLasso(lasso);
    }

    private static ImageSelection.Effect effectOf(MouseEvent event) {
        if (event.isAltDown()) {
            return ImageSelection.Effect.REMOVE;
        }
        return event.isShiftDown() ? ImageSelection.Effect.ADD : ImageSelection.Effect.REPLACE;
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            pane.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean known = !event.isShortcutDown() && !event.isAltDown() && press(event);
        if (known) {
            event.consume();
        }
    }

    private boolean press(KeyEvent event) {
        double centerX = pane.getWidth() / 2;
        double centerY = pane.getHeight() / 2;
        switch (event.getCode()) {
            case L -> lassoing.set(!lassoing.get());
            case ESCAPE -> {
                return leave();
            }
            case PLUS, EQUALS, ADD -> pane.zoom(STEP, centerX, centerY);
            case MINUS, SUBTRACT -> pane.zoom(1 / STEP, centerX, centerY);
            case DIGIT0, NUMPAD0 -> pane.fit();
            case LEFT -> move(event, -1, 0);
            case RIGHT -> move(event, 1, 0);
            case UP -> move(event, 0, -1);
            case DOWN -> move(event, 0, 1);
            case SPACE ->
                Optional.ofNullable(images.selectedProperty().get())
                        .ifPresent(tile -> selection.mark(
                                Set.of(tile),
                                selection.markedProperty().get().contains(tile)
                                        ? ImageSelection.Effect.REMOVE
                                        : ImageSelection.Effect.ADD));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Ends the lasso or removes the marks; returns false if there is nothing to leave. */
    private boolean leave() {
        boolean something = lassoing.get() || !selection.markedProperty().get().isEmpty();
        lassoing.set(false);
        selection.clear();
        return something;
    }

    private void move(KeyEvent event, int toRight, int down) {
        if (event.isShiftDown()) {
            pane.pan(-toRight * PAN, -down * PAN);
        } else {
            pane.neighbor(Optional.ofNullable(images.selectedProperty().get()), toRight, down)
                    .ifPresent(images.selectedProperty()::set);
        }
    }
}
