package org.dwastudio.ui.sweep.parallel;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.dwastudio.ui.fx.PulseThrottle;
import org.dwastudio.ui.sweep.focus.TrialFocus;
import org.dwastudio.ui.theme.ThemeColors;

/** Plot of parallel coordinates that takes brushes. FX thread only. */
final class ParallelPlot extends Region {
    private final PulseThrottle redraw = new PulseThrottle(this::draw);
    private final Consumer<ThemeColors> whenColored;
    private final ThemeColors palette = new ThemeColors(this::recolor);
    private final Canvas canvas = new Canvas();
    private final BrushKeys keys;
    private final ParallelPainter painter;
    private Optional<ParallelState> state = Optional.empty();

    /** @param whenColored takes the colors of a theme after they changed */
    ParallelPlot(TrialFocus focus, Consumer<ThemeColors> whenColored) {
        this.whenColored = whenColored;
        keys = new BrushKeys(focus);
        painter = new ParallelPainter(palette, focus);
        setId("sweep-parallel");
        getStyleClass().addAll("chart-plot", "parallel-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setPrefSize(240, 120);
        canvas.setManaged(false);
        getChildren().addAll(palette, canvas);
        new BrushMouse(this, focus, () -> state, this::geometry);
        setOnKeyPressed(event -> state.ifPresent(now -> {
            keys.press(event, now);
            redraw.request();
        }));
        focusedProperty().subscribe(redraw::request);
    }

    private void recolor() {
        whenColored.accept(palette);
        redraw.request();
    }

    /** Shows axes and lines. */
    void show(Optional<ParallelState> shown) {
        state = shown;
        redraw.request();
    }

    /** Draws again, after hover or brushes changed. */
    void refresh() {
        redraw.request();
    }

    private ParallelGeometry geometry() {
        return new ParallelGeometry(getWidth(), getHeight(), Math.max(1, ParallelState.axes(state)));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw.request();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        state.ifPresent(now ->
                painter.paint(g, now, geometry(), isFocused() ? Optional.of(keys.chosen(now)) : Optional.empty()));
    }
}
