package org.dwastudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AugmentationComparisonTest {
    @Test
    void theScoreFollowsItsFormula() {
        // β = ½ (0.75 − 0.65) + ½ (0.6 − 0.3) = 0.2; (e^0.2 − e⁻¹)/(e − e⁻¹)
        assertThat(new AugmentationComparison(0.75, 0.65, 0.6, 0.3).augmentationRobustScore())
                .isCloseTo(0.36313923, within(1e-8));
    }

    @Test
    void theScoreReachesFromNothingToOne() {
        assertThat(new AugmentationComparison(0, 1, 0, 1).augmentationRobustScore())
                .isCloseTo(0, within(1e-12));
        assertThat(new AugmentationComparison(1, 0, 1, 0).augmentationRobustScore())
                .isCloseTo(1, within(1e-12));
    }
}
