package org.dwastudio.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FairComparisonTest {
    @Test
    void scoresFollowTheirFormulas() {
        FairComparison comparison = new FairComparison(0.5, 0.75, 0.65, 0.8);

        assertThat(comparison.hardLabelRecovery()).isCloseTo(0.3, within(1e-12));
        assertThat(comparison.improvementOverRandom()).isCloseTo(0.1, within(1e-12));
        // (e^−0.1 − e⁻¹)/(e − e⁻¹)
        assertThat(comparison.labelRobustScore()).isCloseTo(0.22845364, within(1e-8));
    }

    @Test
    void theScoreReachesFromNothingToOne() {
        assertThat(new FairComparison(0, 0, 1, 1).labelRobustScore()).isCloseTo(0, within(1e-12));
        assertThat(new FairComparison(1, 1, 0, 0).labelRobustScore()).isCloseTo(1, within(1e-12));
    }
}
