package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dwastudio.pipeline.StageEstimate;
import org.junit.jupiter.api.Test;

class EstimateTextTest {
    @Test
    void anEstimateIsALineOrAFactALine() {
        EstimateText text = new EstimateText(
                new StageEstimate(20_000, 0.56, 1_400_000_000, 12_000_000, OptionalLong.empty(), OptionalInt.empty()));

        assertThat(text.line()).isEqualTo("about 3.1 h (20000 steps of 560 ms), 1.4 GB of memory, 12 MB on disk");
        assertThat(text.lines())
                .containsExactly(
                        "Steps:  20000, 560 ms each (just measured)",
                        "Time:   about 3.1 h",
                        "Memory: 1.4 GB",
                        "Disk:   at most 12 MB");
    }

    @Test
    void whatDoesNotFitIsWarnedOfWithTheBatchSizeThatWould() {
        assertThat(tooLarge(37).warning())
                .isEqualTo(
                        "This does not fit into the memory that is available (8.0 GB). Please choose a batch size of 37"
                                + " or less (--set synthesis.batchSize=37), or close other programs.");
        assertThat(tooLarge(0).warning()).contains("Not even one image at a time would.");
    }

    private static EstimateText tooLarge(int fitting) {
        return new EstimateText(new StageEstimate(
                1_000_000, 30, 20_000_000_000L, 12, OptionalLong.of(8_000_000_000L), OptionalInt.of(fitting)));
    }
}
