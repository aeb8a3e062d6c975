package org.dwastudio.ui.parameter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Undo and redo history of everything that the pages edit, in one order. The values of one gesture, such as the drag of a
 * slider, are one change. FX thread only.
 */
public final class EditHistory {
    private static final int MOST = 200;

    private final Deque<ParameterDraft> undo = new ArrayDeque<>();
    private final Deque<ParameterDraft> redo = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo", false);
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo", false);
    private boolean inGesture;
    private boolean gestureRecorded;

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Begins or ends a gesture. */
    public void setInGesture(boolean now) {
        inGesture = now;
        gestureRecorded = false;
    }

    /** Returns the state that undo would restore. */
    public Optional<ParameterDraft> beforeLastChange() {
        return Optional.ofNullable(undo.peek());
    }

    /** Returns the state that redo would restore. */
    public Optional<ParameterDraft> afterNextChange() {
        return Optional.ofNullable(redo.peek());
    }

    /** Records the state before a change that was just made, unless it belongs to a recorded gesture. */
    void changed(ParameterDraft before) {
        if (gestureRecorded) {
            return;
        }
        gestureRecorded = inGesture;
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
