package org.dwastudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final int CLASSES = 7;

    @Test
    void answersAreCountedByWhatTheyShouldHaveBeen() {
        ConfusionMatrix confusion = new ConfusionMatrix(CLASSES);
        try (NDManager manager = NDManager.newBaseManager()) {
            confusion.add(
                    manager.create(
                            new float[] {
                                9, 1, 2, 3, 4, 5, 6,
                                9, 1, 2, 3, 4, 5, 6,
                                0, 0, 0, 0, 0, 0, 0
                            },
                            new Shape(3, CLASSES)),
                    0,
                    2,
                    5);
            confusion.add(manager.create(new float[] {0, 0, 0, 7, 0, 0, 8}, new Shape(1, CLASSES)), 3);
        }

        assertThat(confusion.counts()[0]).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(confusion.counts()[2]).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(confusion.counts()[3]).containsExactly(0, 0, 0, 0, 0, 0, 1);
        assertThat(confusion.counts()[5]).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(confusion.topOne()).isEqualTo(0.25);
        // Class 2 ranks sixth for its image; class 5 ranks sixth of equal logits.
        assertThat(confusion.topFive()).isEqualTo(0.5);
    }

    @Test
    void nothingCountedIsNothingRight() {
        assertThat(new ConfusionMatrix(3).topOne()).isZero();
    }

    @Test
    void labelsMustBeAsManyAsLogits() {
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThatThrownBy(() -> new ConfusionMatrix(2).add(manager.create(new Shape(3, 2)), 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("2 labels for logits of shape (3, 2)");
        }
    }
}
