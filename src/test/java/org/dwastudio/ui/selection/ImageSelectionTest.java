package org.dwastudio.ui.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.dwastudio.ui.imagegrid.Tile;
import org.junit.jupiter.api.Test;

class ImageSelectionTest {
    private static final Tile ONE = new Tile(0, 1);
    private static final Tile TWO = new Tile(4, 2);
    private static final Tile THREE = new Tile(4, 3);

    private final ImageSelection selection = new ImageSelection();

    @Test
    void marksAreReplacedAddedAndRemoved() {
        selection.mark(Set.of(ONE, TWO), ImageSelection.Effect.REPLACE);
        assertThat(selection.markedProperty().get()).containsExactlyInAnyOrder(ONE, TWO);

        selection.mark(Set.of(TWO, THREE), ImageSelection.Effect.ADD);
        assertThat(selection.markedProperty().get()).containsExactlyInAnyOrder(ONE, TWO, THREE);

        selection.mark(Set.of(ONE, THREE), ImageSelection.Effect.REMOVE);
        assertThat(selection.markedProperty().get()).containsExactly(TWO);

        selection.mark(Set.of(THREE), ImageSelection.Effect.REPLACE);
        assertThat(selection.markedProperty().get()).containsExactly(THREE);

        selection.clear();
        assertThat(selection.markedProperty().get()).isEmpty();
    }

    @Test
    void nothingIsHoveredAtFirst() {
        assertThat(selection.hoveredProperty().get()).isEmpty();
        assertThat(selection.markedProperty().get()).isEmpty();
    }
}
