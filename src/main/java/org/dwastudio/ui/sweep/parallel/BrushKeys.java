package org.dwastudio.ui.sweep.parallel;

import java.util.Optional;
import javafx.scene.input.KeyEvent;
import org.dwastudio.ui.sweep.focus.Brush;
import org.dwastudio.ui.sweep.focus.TrialFocus;

/**
 * Keys of parallel coordinates: left and right choose an axis, up and down move its brush, with Shift they change its
 * size, Delete removes it, and Escape removes all.
 */
final class BrushKeys {
    private static final double STEP = 0.05;
    private static final double SIZE = 0.25;

    private final TrialFocus focus;
    private int chosen;

    BrushKeys(TrialFocus focus) {
        this.focus = focus;
    }

    /** Returns the axis that keys act on. */
    int chosen(ParallelState state) {
        return Math.min(chosen, state.coordinates().axes().size() - 1);
    }

    /** Acts on a key; consumes the event if it means something here. */
    void press(KeyEvent event, ParallelState state) {
        boolean used =
                switch (event.getCode()) {
                    case LEFT -> choose(state, -1);
                    case RIGHT -> choose(state, 1);
                    case UP -> change(state, STEP, event.isShiftDown());
                    case DOWN -> change(state, -STEP, event.isShiftDown());
                    case DELETE, BACK_SPACE -> remove(state);
                    case ESCAPE -> removeAll();
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    private boolean choose(ParallelState state, int by) {
        chosen = Math.max(0, Math.min(state.coordinates().axes().size() - 1, chosen(state) + by));
        return true;
    }

    private boolean change(ParallelState state, double by, boolean size) {
        String axis = state.key(chosen(state));
        Optional<Brush> before =
                Optional.ofNullable(focus.brushesProperty().get().get(axis));
        focus.brush(
                axis,
                before.map(brush -> size ? brush.grown(by, STEP) : brush.moved(by))
                        .orElseGet(() -> by > 0 ? new Brush(1 - SIZE, 1) : new Brush(0, SIZE)));
        return true;
    }

    private boolean remove(ParallelState state) {
        focus.clear(state.key(chosen(state)));
        return true;
    }

    /** Without brushes Escape keeps its meaning in the dialog. */
    private boolean removeAll() {
        boolean any = !focus.brushesProperty().get().isEmpty();
        focus.clearAll();
        return any;
    }
}
