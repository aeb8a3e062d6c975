package org.dwastudio.ui.imagegrid;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Tiles with a frame of their own next to the selected one: the hovered tile and the marked ones. FX thread only. */
final class FramedTiles {
    private final ObjectProperty<Optional<Tile>> hovered =
            new SimpleObjectProperty<>(this, "hovered", Optional.empty());
    private final ObjectProperty<Set<Tile>> marked = new SimpleObjectProperty<>(this, "marked", Set.of());

    /** @param repaint repaints a tile whose frame changed */
    FramedTiles(Consumer<Tile> repaint) {
        hovered.subscribe((before, now) -> {
            before.ifPresent(repaint);
            now.ifPresent(repaint);
        });
        marked.subscribe((before, now) -> {
            Set<Tile> changed = new HashSet<>(now);
            before.forEach(tile -> {
                if (!changed.remove(tile)) {
                    changed.add(tile);
                }
            });
            changed.forEach(repaint);
        });
    }

    ObjectProperty<Optional<Tile>> hoveredProperty() {
        return hovered;
    }

    ObjectProperty<Set<Tile>> markedProperty() {
        return marked;
    }

    boolean isMarked(Tile tile) {
        return marked.get().contains(tile);
    }

    boolean areMarked() {
        return !marked.get().isEmpty();
    }
}
