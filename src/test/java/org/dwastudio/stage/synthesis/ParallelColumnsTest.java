package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalInt;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.stage.synthesis.ParallelColumns.Choice;
import org.junit.jupiter.api.Test;

/** Tests of the choice of the number of parallel columns from measured seconds. */
class ParallelColumnsTest {

    @Test
    void theNumberWithWhichAllColumnsEndFirstIsTaken() {
        // Ten columns: 10 rounds of 1 s, 5 of 1.2 s, 3 of 1.8 s, 2 of 3.2 s.
        Choice choice = ParallelColumns.fastest(10, Map.of(1, 1.0, 2, 1.2, 4, 1.8, 8, 3.2));

        assertThat(choice.columns()).isEqualTo(4);
        assertThat(choice.speedup()).isCloseTo(4 / 1.8, within(1e-12));
    }

    @Test
    void aLastGroupThatIsNotFullCounts() {
        // Five columns: 2 rounds of 2 s for four at a time, 3 rounds of 1.1 s for two.
        assertThat(ParallelColumns.fastest(5, Map.of(1, 1.0, 2, 1.1, 4, 2.0)).columns())
                .isEqualTo(2);
    }

    @Test
    void aGainWithinTheNoiseKeepsColumnsOneByOne() {
        assertThat(ParallelColumns.fastest(10, Map.of(1, 1.0, 2, 1.92))).isEqualTo(Choice.ONE);
    }

    @Test
    void aRunWithoutANumberRanItsColumnsOneByOne() {
        SynthesisConfig config = SynthesisConfig.paper();

        assertThat(ParallelColumns.recorded(config).execution().parallelColumns())
                .hasValue(1);
        assertThat(ParallelColumns.recorded(config.withParallelColumns(OptionalInt.of(3)))
                        .execution()
                        .parallelColumns())
                .hasValue(3);
    }
}
