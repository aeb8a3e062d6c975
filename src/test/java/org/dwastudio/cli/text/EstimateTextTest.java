package org.dwastudio.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dwastudio.stage.StageEstimate;
import org.junit.jupiter.api.Test;

class EstimateTextTest {
    @Test
    void anEstimateIsALineOrAFactALine() {
        EstimateText text = new EstimateText(
                new StageEstimate(20_000, 0.56, 1_400_000_000, 12_000_000, OptionalLong.empty(), OptionalInt.empty()),
                "squeeze.batchSize");

        assertThat(text.line())
                .isEqualTo("about 3.1 h (20,000 steps of 560 ms), 1.4 GB of memory, at most 12 MB on disk");
        assertThat(text.lines())
                .containsExactly(
                        "Steps:  20,000, 560 ms each (just measured)",
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
        assertThat(tooLarge(0).warning()).contains("Not even the smallest batch would.");
    }

    @Test
    void durationsAreInTheLargestUnitOfWhichThereAreAFew() {
        assertThat(lasting(90)).startsWith("about 90.0 s ");
        assertThat(lasting(720)).startsWith("about 12 min ");
        assertThat(lasting(18_000)).startsWith("about 5.0 h ");
        assertThat(lasting(35_900)).startsWith("about 10.0 h ");
        assertThat(lasting(61_200 + 900)).startsWith("about 17 h ");
        assertThat(lasting(864_000)).startsWith("about 10.0 days ");
    }

    @Test
    void nothingIsEstimatedWhereNoStepIsLeft() {
        StageEstimate none = new StageEstimate(0, 0, 341_000_000, 0, OptionalLong.of(1), OptionalInt.of(0));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        EstimateText text = new EstimateText(none, "evaluation.batchSize");

        text.print(false, new PrintWriter(out), new PrintWriter(err));
        assertThat(out.toString() + err).isEmpty();

        text.print(true, new PrintWriter(out), new PrintWriter(err));
        assertThat(out.toString()).isEqualToIgnoringNewLines("Steps:  0, no step is left\n");
        assertThat(err.toString()).isEmpty();
    }

    private static String lasting(double seconds) {
        StageEstimate estimate =
                new StageEstimate(1, seconds, 1_000_000, 1_000_000, OptionalLong.empty(), OptionalInt.empty());
        return new EstimateText(estimate, "squeeze.batchSize").line();
    }

    private static EstimateText tooLarge(int fitting) {
        return new EstimateText(
                new StageEstimate(
                        1_000_000, 30, 20_000_000_000L, 12, OptionalLong.of(8_000_000_000L), OptionalInt.of(fitting)),
                "synthesis.batchSize");
    }
}
