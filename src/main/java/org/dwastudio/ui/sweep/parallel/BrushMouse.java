package org.dwastudio.ui.sweep.parallel;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.dwastudio.ui.sweep.focus.Brush;
import org.dwastudio.ui.sweep.focus.TrialFocus;

/** Mouse on parallel coordinates: a drag along an axis brushes, a double-click clears, hover marks a trial. */
final class BrushMouse {
    /** Shorter drags are clicks, in pixels. */
    private static final double CLICK = 4;

    private final TrialFocus focus;
    private final Supplier<Optional<ParallelState>> state;
    private final Supplier<ParallelGeometry> geometry;
    private Optional<Drag> drag = Optional.empty();

    /** Drag that began on an axis at a y coordinate. */
    private record Drag(int axis, double y) {}

    BrushMouse(
            Region plot,
            TrialFocus focus,
            Supplier<Optional<ParallelState>> state,
            Supplier<ParallelGeometry> geometry) {
        this.focus = focus;
        this.state = state;
        this.geometry = geometry;
        plot.setOnMousePressed(event -> {
            plot.requestFocus();
            press(event);
        });
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(event -> drag = Optional.empty());
        plot.setOnMouseClicked(this::click);
        plot.setOnMouseMoved(this::hover);
        plot.setOnMouseExited(event -> focus.hoveredProperty().set(Optional.empty()));
    }

    private Optional<Integer> axisAt(MouseEvent event) {
        return state.get().isEmpty() ? Optional.empty() : geometry.get().axisAt(event.getX());
    }

    private void press(MouseEvent event) {
        drag = event.getButton() == MouseButton.PRIMARY
                ? axisAt(event).map(axis -> new Drag(axis, event.getY()))
                : Optional.empty();
    }

    private void drag(MouseEvent event) {
        drag.filter(begun -> Math.abs(begun.y() - event.getY()) >= CLICK).ifPresent(begun -> state.get()
                .ifPresent(now -> focus.brush(
                        now.key(begun.axis()),
                        Brush.between(
                                geometry.get().placeAt(begun.y()),
                                geometry.get().placeAt(event.getY())))));
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2) {
            axisAt(event)
                    .ifPresentOrElse(axis -> state.get().ifPresent(now -> focus.clear(now.key(axis))), focus::clearAll);
        }
    }

    private void hover(MouseEvent event) {
        focus.hoveredProperty()
                .set(state.get()
                        .flatMap(now -> geometry.get()
                                .lineAt(
                                        event.getX(),
                                        event.getY(),
                                        now.coordinates().lines()))
                        .map(line -> line.trial().key()));
    }
}
