package org.dwastudio.ui.parameter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Undo and redo history of the parameters. A drag of a slider is one change. FX thread only. */
public final class EditHistory {
    private static final int MOST = 200;

    private final Deque<ParameterDraft> undo = new ArrayDeque<>();
    private final Deque<ParameterDraft> redo = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo", false);
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo", false);

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Records the state before a change that was just made. */
    void changed(ParameterDraft before) {
        undo.push(before);
        redo.clear();
        if (undo.size() > MOST) {
            undo.removeLast();
        }
        update();
    }

    /** Returns the state before the last change and keeps {@code now} for {@link #redo}. */
    Optional<ParameterDraft> undo(ParameterDraft now) {
        return move(undo, redo, now);
    }

    Optional<ParameterDraft> redo(ParameterDraft now) {
        return move(redo, undo, now);
    }

    void clear() {
        undo.clear();
        redo.clear();
        update();
    }

    private Optional<ParameterDraft> move(Deque<ParameterDraft> from, Deque<ParameterDraft> to, ParameterDraft now) {
        Optional<ParameterDraft> found = Optional.ofNullable(from.poll());
        found.ifPresent(draft -> to.push(now));
        update();
        return found;
    }

    private void update() {
        canUndo.set(!undo.isEmpty());
        canRedo.set(!redo.isEmpty());
    }
}
