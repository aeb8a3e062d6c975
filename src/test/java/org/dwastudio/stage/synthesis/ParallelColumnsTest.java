package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.junit.jupiter.api.Test;

/** Tests of the number of columns of a recorded run. */
class ParallelColumnsTest {

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
