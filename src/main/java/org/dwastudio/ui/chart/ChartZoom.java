package org.dwastudio.ui.chart;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Gestures of the mouse on a chart: a drag zooms into a range of x, a double click shows everything again, and a click
 * picks an x. FX thread only.
 */
final class ChartZoom {
    /** Shortest drag that is no click, in pixels. */
    private static final double SHORTEST_DRAG = 5;

    private final Runnable whenChanged;
    private Optional<ChartPlot> plot = Optional.empty();
    private Optional<Range> shown = Optional.empty();
    private Optional<Range> selection = Optional.empty();
    private double pressedAt = Double.NaN;
    private DoubleConsumer picked = x -> {};

    /**
     * Range on the canvas or of x.
     *
     * @param from smaller end
     * @param to larger end
     */
    record Range(double from, double to) {
        double width() {
            return to - from;
        }

        static Range between(double one, double other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }
    }

    /** @param whenChanged redraws the chart */
    ChartZoom(Runnable whenChanged) {
        this.whenChanged = whenChanged;
    }

    void connect(Node canvas) {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                pressed(event.getX());
            }
        });
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(event.getX()));
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                released(event.getX(), event.getClickCount());
            }
        });
    }

    void setOnPicked(DoubleConsumer action) {
        picked = action;
    }

    /** Notes the geometry that was drawn last. */
    void drawn(ChartPlot geometry) {
        plot = Optional.of(geometry);
    }

    /** Shows everything again if the shown range lies behind all points, because the curves began again. */
    void keepWithin(double lastX) {
        shown = shown.filter(range -> range.from() < lastX);
    }

    /** Returns the range of x that is shown; empty for all. */
    Optional<Range> shown() {
        return shown;
    }

    /** Returns the range that is being selected, in pixels of the canvas. */
    Optional<Range> selection() {
        return selection;
    }

    void pressed(double place) {
        pressedAt = plot.filter(drawn -> drawn.holds(place)).isPresent() ? place : Double.NaN;
    }

    void dragged(double place) {
        if (!Double.isNaN(pressedAt) && Math.abs(place - pressedAt) >= SHORTEST_DRAG) {
            selection = plot.map(drawn -> Range.between(
                    pressedAt,
                    Math.max(drawn.area().left(), Math.min(drawn.area().right(), place))));
            whenChanged.run();
        }
    }

    void released(double place, int clicks) {
        if (selection.isPresent() && selection.get().width() >= SHORTEST_DRAG) {
            shown = plot.map(drawn -> new Range(
                    drawn.xAt(selection.get().from()), drawn.xAt(selection.get().to())));
            selection = Optional.empty();
            whenChanged.run();
        } else if (selection.isPresent()) {
            selection = Optional.empty();
            whenChanged.run();
        } else if (clicks == 2) {
            reset();
        } else if (!Double.isNaN(pressedAt)) {
            plot.ifPresent(drawn -> picked.accept(drawn.xAt(place)));
        }
        pressedAt = Double.NaN;
    }

    void reset() {
        shown = Optional.empty();
        whenChanged.run();
    }
}
