package org.dwastudio.ui.selection;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.ui.imagegrid.Tile;

/** Images of a run that are hovered or marked by the lasso. FX thread only. */
public final class ImageSelection {
    private final ObjectProperty<Optional<Tile>> hovered =
            new SimpleObjectProperty<>(this, "hovered", Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Tile>> marked = new ReadOnlyObjectWrapper<>(this, "marked", Set.of());

    /** Effect of a lasso on the marked images. */
    public enum Effect {
        REPLACE,
        ADD,
        REMOVE
    }

    /** Returns the image under the mouse. */
    public ObjectProperty<Optional<Tile>> hoveredProperty() {
        return hovered;
    }

    /** Returns the marked images. */
    public ReadOnlyObjectProperty<Set<Tile>> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** Marks images, or removes their mark. */
    public void mark(Set<Tile> tiles, Effect effect) {
        Set<Tile> now = effect == Effect.REPLACE ? new HashSet<>() : new HashSet<>(marked.get());
        if (effect == Effect.REMOVE) {
            now.removeAll(tiles);
        } else {
            now.addAll(tiles);
        }
        marked.set(Set.copyOf(now));
    }

    /** Removes all marks. */
    public void clear() {
        marked.set(Set.of());
    }
}
