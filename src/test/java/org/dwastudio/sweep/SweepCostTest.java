package org.dwastudio.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.ExperimentSource;
import org.dwastudio.stage.request.StageRequest;
import org.junit.jupiter.api.Test;

class SweepCostTest {
    private static final double SYNTHESIS = 100;
    /** Seconds of all students of the preset, with and without several at the same time. */
    private static final double TOGETHER = 90;

    private static final double ONE_BY_ONE = 150;

    @Test
    void thePresetTrainsStudentsOnRealImagesAndOthersOneStudentAlone() throws Exception {
        SweepCost cost = SweepCost.of(content(SynthesisPresets.firstLook()), SweepCostTest::estimate);

        // Three values and the preset with three seeds each; one soft student on each of three sets.
        double alone = ONE_BY_ONE / 3;
        assertThat(cost.runs()).isEqualTo(12);
        assertThat(cost.seconds())
                .isCloseTo(12 * SYNTHESIS + 3 * TOGETHER + 9 * alone + 3 * (TOGETHER + alone), within(1e-6));
        assertThat(cost.memoryBytes()).isEqualTo(700);
        assertThat(cost.diskBytes()).isEqualTo(12 * 50);
    }

    @Test
    void severalStudentsOnDistilledImagesShareTheProcessor() throws Exception {
        SweepCost cost = SweepCost.of(content(SynthesisPresets.demonstration()), SweepCostTest::estimate);

        assertThat(cost.seconds())
                .isCloseTo(
                        12 * SYNTHESIS + 3 * TOGETHER + 9 * TOGETHER / 3 + 3 * (TOGETHER + TOGETHER / 3), within(1e-6));
    }

    private static SweepFile content(Experiment experiment) {
        return new SweepFile(experiment, SweptFolders.content().sweep());
    }

    private static StageEstimate estimate(StageRequest<?> request) {
        if (request instanceof EvaluationRequest students) {
            boolean single = ((ExperimentSource.Given) students.experiment())
                    .experiment()
                    .evaluation()
                    .parallelStudents()
                    .equals(OptionalInt.of(1));
            return new StageEstimate(
                    1, single ? ONE_BY_ONE : TOGETHER, 700, 10, OptionalLong.empty(), OptionalInt.empty());
        }
        return new StageEstimate(1, SYNTHESIS, 400, 50, OptionalLong.empty(), OptionalInt.empty());
    }
}
