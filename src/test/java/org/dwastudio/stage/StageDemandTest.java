package org.dwastudio.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StageDemandTest {
    private static final StageDemand DEMAND = new StageDemand(30, 0.5, 10, 2, batch -> 100 + 7L * batch, 9);

    @Test
    void theMemoryOfTheProgramIsAddedToThatOfTheStage() {
        StageEstimate estimate = DEMAND.within(new MemoryBudget(1000, OptionalLong.of(1170)));

        assertThat(estimate.memoryBytes()).isEqualTo(1000 + 100 + 70);
        assertThat(estimate.fits()).isTrue();
        assertThat(estimate.seconds()).isEqualTo(15);
        assertThat(estimate.diskBytes()).isEqualTo(9);
    }

    @Test
    void theLargestFittingBatchIsNamedWhenTheWantedOneDoesNotFit() {
        StageEstimate estimate = DEMAND.within(new MemoryBudget(1000, OptionalLong.of(1169)));

        assertThat(estimate.memoryBytes()).isEqualTo(1170);
        assertThat(estimate.fittingBatchSize()).hasValue(9);
    }

    @Test
    void aBatchBelowTheSmallestDoesNotFitAtAll() {
        assertThat(DEMAND.within(new MemoryBudget(1000, OptionalLong.of(1113))).fittingBatchSize())
                .hasValue(0);
        assertThat(DEMAND.within(new MemoryBudget(1000, OptionalLong.of(1114))).fittingBatchSize())
                .hasValue(2);
    }

    @Test
    void everythingFitsWhenTheDeviceDoesNotReportItsMemory() {
        assertThat(DEMAND.within(new MemoryBudget(1000, OptionalLong.empty())).fits())
                .isTrue();
    }
}
