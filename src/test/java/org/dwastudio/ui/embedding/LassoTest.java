package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class LassoTest {
    @Test
    void pointsInsideTheLineAreFound() {
        Lasso square = lasso(10, 10, 30, 10, 30, 30, 10, 30);

        assertThat(square.contains(20, 20)).isTrue();
        assertThat(square.contains(11, 29)).isTrue();
        assertThat(square.contains(9, 20)).isFalse();
        assertThat(square.contains(31, 20)).isFalse();
        assertThat(square.contains(20, 9)).isFalse();
        assertThat(square.contains(20, 31)).isFalse();
        assertThat(square.corners()).startsWith(new Point2D(10, 10)).hasSize(4);
    }

    @Test
    void aNotchIsOutside() {
        // A U that is open at the top.
        Lasso shape = lasso(0, 0, 10, 0, 10, 20, 20, 20, 20, 0, 30, 0, 30, 30, 0, 30);

        assertThat(shape.contains(5, 10)).isTrue();
        assertThat(shape.contains(15, 10)).isFalse();
        assertThat(shape.contains(15, 25)).isTrue();
        assertThat(shape.contains(25, 10)).isTrue();
    }

    @Test
    void aLineThatCrossesItselfHoldsWhatItSurroundsOnce() {
        Lasso eight = lasso(0, 0, 20, 20, 20, 0, 0, 20);

        assertThat(eight.contains(2, 10)).isTrue();
        assertThat(eight.contains(18, 10)).isTrue();
        assertThat(eight.contains(10, 2)).isFalse();
        assertThat(eight.contains(10, 18)).isFalse();
    }

    @Test
    void aPointAndALineHoldNothing() {
        assertThat(lasso(5, 5).contains(5, 5)).isFalse();
        assertThat(lasso(0, 0, 10, 10).contains(5, 6)).isFalse();
        assertThat(new Lasso().contains(0, 0)).isFalse();
    }

    private static Lasso lasso(double... corners) {
        Lasso lasso = new Lasso();
        for (int i = 0; i < corners.length; i += 2) {
            lasso.add(corners[i], corners[i + 1]);
        }
        return lasso;
    }
}
