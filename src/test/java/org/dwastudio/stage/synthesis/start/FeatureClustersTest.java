package org.dwastudio.stage.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureClustersTest {

    @Test
    void theMiddleOfTheLargestClusterComesFirst() {
        List<float[]> rows = List.of(point(9, 9), point(0, 0), point(1, 0), point(2.5, 0), point(9.1, 9));

        int[] order = FeatureClusters.order(rows, 2, 5);

        // Around (1.17, 0): (1, 0), (0, 0), (2.5, 0). Around (9.05, 9): both equally near, the first one first.
        assertThat(order).containsExactly(2, 0, 1, 4, 3);
    }

    @Test
    void moreClustersThanRowsGiveEveryRowOnce() {
        assertThat(FeatureClusters.order(List.of(point(1, 2), point(3, 4)), 10, 1))
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void equalRowsAreAllKept() {
        List<float[]> rows = List.of(point(1, 1), point(1, 1), point(1, 1));

        assertThat(FeatureClusters.order(rows, 2, 3)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void equalSeedsGiveEqualOrders() {
        List<float[]> rows = List.of(point(0, 1), point(5, 1), point(2, 7), point(3, 3), point(8, 2), point(1, 6));

        assertThat(FeatureClusters.order(rows, 3, 11)).containsExactly(FeatureClusters.order(rows, 3, 11));
    }

    private static float[] point(double x, double y) {
        return new float[] {(float) x, (float) y};
    }
}
