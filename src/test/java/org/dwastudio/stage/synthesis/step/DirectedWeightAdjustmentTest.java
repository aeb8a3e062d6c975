package org.dwastudio.stage.synthesis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectedWeightAdjustmentTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final SynthesisConfig CONFIG = SynthesisConfig.paper()
            .withAdjustment(adjustment -> adjustment.withRho(0.2).withAscentSteps(5));

    private Network teacher;
    private NDArray view;
    private NDArray labels;

    @BeforeEach
    void openManager() {
        teacher = TinyWorld.teacher(tensors.manager(), DataType.FLOAT64);
        ClassBatch batch = new ClassBatch(0, 0, TinyWorld.CLASSES);
        view = new NoiseImages(new SeedSequence(1), 1, TinyWorld.SIZE)
                .images(batch, tensors.manager(), DataType.FLOAT64);
        labels = tensors.manager().create(batch.labels());
    }

    @Test
    void ascentMovesTheWeightsByAtMostRhoAndMakesTheImagesHarder() {
        try (AdjustedTeacher adjusted = adjust(CONFIG)) {
            assertThat(adjusted.displacement()).isBetween(0.19, 0.2);
            assertThat(adjusted.crossEntropyAfter()).isGreaterThan(adjusted.crossEntropyBefore());
        }
    }

    @Test
    void oneAscentStepIsRhoAlongTheGradient() {
        try (AdjustedTeacher adjusted = adjust(CONFIG.withAdjustment(adjustment -> adjustment.withAscentSteps(1)))) {
            assertThat(adjusted.displacement()).isCloseTo(0.2, within(1e-10));
        }
    }

    @Test
    void aRandomDirectionIsAsLongAsRho() {
        SynthesisConfig random =
                CONFIG.withAdjustment(adjustment -> adjustment.withDirection(Adjustment.Direction.RANDOM));
        try (AdjustedTeacher one = adjust(random);
                AdjustedTeacher again = adjust(random);
                AdjustedTeacher directed = adjust(CONFIG)) {
            assertThat(one.displacement()).isCloseTo(0.2, within(1e-10));
            assertThat(again.crossEntropyAfter()).isEqualTo(one.crossEntropyAfter());
            assertThat(directed.crossEntropyAfter()).isGreaterThan(one.crossEntropyAfter());
        }
    }

    @Test
    void rhoZeroMovesNothing() {
        try (AdjustedTeacher adjusted = adjust(CONFIG.withAdjustment(adjustment -> adjustment.withRho(0)))) {
            assertThat(adjusted.displacement()).isZero();
            assertThat(adjusted.crossEntropyAfter()).isEqualTo(adjusted.crossEntropyBefore());
        }
    }

    @Test
    void theTeacherItselfStaysAsItIs() {
        Map<String, double[]> before = values();

        adjust(CONFIG).close();

        assertThat(values()).usingRecursiveComparison().isEqualTo(before);
        assertThat(teacher.parameters().values()).noneMatch(NDArray::hasGradient);
    }

    @Test
    void adjustedWeightsCarryNoGradients() {
        try (AdjustedTeacher adjusted = adjust(CONFIG)) {
            assertThat(adjusted.network().parameters().values()).noneMatch(NDArray::hasGradient);
        }
    }

    @Test
    void aBatchInSlicesMovesTheWeightsToTheSamePlace() {
        long twoImages = 2L * TinyWorld.SIZE * TinyWorld.SIZE;
        try (AdjustedTeacher whole = adjust(CONFIG);
                AdjustedTeacher sliced = new DirectedWeightAdjustment(CONFIG, twoImages)
                        .adjust(teacher, view, labels, new Random(4), tensors.manager())) {
            assertThat(sliced.displacement()).isCloseTo(whole.displacement(), within(1e-12));
            Map<String, NDArray> there = sliced.network().state();
            whole.network().state().forEach((name, weight) -> assertThat(
                            there.get(name).toDoubleArray())
                    .as(name)
                    .containsExactly(weight.toDoubleArray(), within(1e-12)));
        }
    }

    private AdjustedTeacher adjust(SynthesisConfig config) {
        return new DirectedWeightAdjustment(config).adjust(teacher, view, labels, new Random(4), tensors.manager());
    }

    private Map<String, double[]> values() {
        return teacher.state().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toDoubleArray()));
    }
}
