package org.dwastudio.ui.sweep.focus;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.sweep.analysis.ParallelAxis;
import org.dwastudio.sweep.analysis.ParallelCoordinates;
import org.dwastudio.sweep.analysis.ParallelLine;

/**
 * Trials that all views of a sweep mark: the hovered one, and those that all brushes keep. Brushes stay while trials are
 * added. FX thread only.
 */
public final class TrialFocus {
    private final ObjectProperty<Optional<String>> hovered =
            new SimpleObjectProperty<>(this, "hovered", Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Brush>> brushes =
            new ReadOnlyObjectWrapper<>(this, "brushes", Map.of());
    private final ReadOnlyObjectWrapper<Optional<Set<String>>> kept =
            new ReadOnlyObjectWrapper<>(this, "kept", Optional.empty());
    private Optional<ParallelCoordinates> coordinates = Optional.empty();

    /** Returns the key of the trial below the pointer. */
    public ObjectProperty<Optional<String>> hoveredProperty() {
        return hovered;
    }

    /** Returns the brushes by the key of their axis. */
    public ReadOnlyObjectProperty<Map<String, Brush>> brushesProperty() {
        return brushes.getReadOnlyProperty();
    }

    /** Returns the keys of the trials that all brushes keep, the worst first; empty without brushes. */
    public ReadOnlyObjectProperty<Optional<Set<String>>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Returns true unless brushes leave a trial out. */
    public boolean keeps(String trial) {
        return kept.get().map(keys -> keys.contains(trial)).orElse(true);
    }

    /** Takes the trials of a sweep; brushes on axes that it does not have are removed. */
    public void show(Optional<ParallelCoordinates> shown) {
        coordinates = shown;
        List<String> axes = shown.map(
                        now -> now.axes().stream().map(ParallelAxis::key).toList())
                .orElse(List.of());
        Map<String, Brush> still = new LinkedHashMap<>(brushes.get());
        still.keySet().retainAll(axes);
        set(still);
    }

    /** Sets the brush of an axis. */
    public void brush(String axis, Brush brush) {
        Map<String, Brush> now = new LinkedHashMap<>(brushes.get());
        now.put(axis, brush);
        set(now);
    }

    /** Removes the brush of an axis. */
    public void clear(String axis) {
        Map<String, Brush> now = new LinkedHashMap<>(brushes.get());
        now.remove(axis);
        set(now);
    }

    /** Removes all brushes. */
    public void clearAll() {
        set(Map.of());
    }

    private void set(Map<String, Brush> now) {
        brushes.set(Map.copyOf(now));
        kept.set(now.isEmpty() ? Optional.empty() : coordinates.map(this::inside));
    }

    private Set<String> inside(ParallelCoordinates now) {
        Set<String> keys = new LinkedHashSet<>();
        now.lines().stream()
                .filter(line -> isInside(now, line))
                .forEach(line -> keys.add(line.trial().key()));
        return keys;
    }

    private boolean isInside(ParallelCoordinates now, ParallelLine line) {
        for (int i = 0; i < now.axes().size(); i++) {
            Brush brush = brushes.get().get(now.axes().get(i).key());
            if (brush != null && !brush.contains(line.places().get(i))) {
                return false;
            }
        }
        return true;
    }
}
