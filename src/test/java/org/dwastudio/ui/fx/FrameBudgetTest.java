package org.dwastudio.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FrameBudgetTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong drawing = new AtomicLong();
    private final FrameBudget budget = new FrameBudget(0.02, 1000 * MILLISECOND, drawing::get);

    @Test
    void framesThatCostNothingAreAlwaysAllowed() {
        assertThat(allowedIn(100, 100, 0)).isEqualTo(100);
    }

    @Test
    void costlyFramesTakeNoMoreThanTheirShareOfTheTime() {
        int frames = allowedIn(1000, 100, 10);

        // 2 % of 100 s are 2 s: 200 frames of 10 ms.
        assertThat(frames).isBetween(195, 201);
    }

    @Test
    void aFrameASecondIsAllowedWhateverItCosts() {
        assertThat(allowedIn(100, 100, 500)).isEqualTo(10);
    }

    /** Returns the number of allowed frames, requested at an interval with a cost of some milliseconds each. */
    private int allowedIn(int asked, long intervalMillis, long costMillis) {
        int allowed = 0;
        for (int i = 0; i < asked; i++) {
            if (budget.allows(i * intervalMillis * MILLISECOND)) {
                allowed++;
                drawing.addAndGet(costMillis * MILLISECOND);
            }
        }
        return allowed;
    }
}
