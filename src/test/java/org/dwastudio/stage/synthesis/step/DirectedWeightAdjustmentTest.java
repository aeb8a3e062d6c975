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
import org.dwastudio.text.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"1.5, GRADIENT", "2, GRADIENT", "8, GRADIENT", "2, ORTHOGONAL"})
    void aFactorIsReachedWithinOnePercentAndItsRhoGivesTheSameTeacher(double factor, Adjustment.Direction direction) {
        SynthesisConfig searched = CONFIG.withAdjustment(
                adjustment -> adjustment.withCrossEntropyFactor(factor).withDirection(direction));
        fitTheTeacher();
        try (AdjustedTeacher found = adjust(searched);
                AdjustedTeacher again = adjust(searched)) {
            double rho = found.foundRho().orElseThrow();
            assertThat(found.crossEntropyAfter() / found.crossEntropyBefore()).isCloseTo(factor, within(0.01 * factor));
            assertThat(found.notes()).isEmpty();
            assertThat(rho).isBetween(1e-6, 0.5);
            assertThat(found.displacement()).isLessThanOrEqualTo(rho * (1 + 1e-12));
            assertThat(again.foundRho()).hasValue(rho);
            assertThat(values(again.network())).usingRecursiveComparison().isEqualTo(values(found.network()));
            try (AdjustedTeacher given = adjust(
                    CONFIG.withAdjustment(adjustment -> adjustment.withRho(rho).withDirection(direction)))) {
                assertThat(values(given.network())).usingRecursiveComparison().isEqualTo(values(found.network()));
                assertThat(given.foundRho()).isEmpty();
            }
        }
        assertThat(teacher.parameters().values()).noneMatch(NDArray::hasGradient);
    }

    @Test
    void aFactorIsReachedAlongOneRandomDirection() {
        SynthesisConfig searched = CONFIG.withAdjustment(
                adjustment -> adjustment.withCrossEntropyFactor(1.1).withDirection(Adjustment.Direction.RANDOM));
        fitTheTeacher();
        try (AdjustedTeacher found = adjust(searched, 5)) {
            double rho = found.foundRho().orElseThrow();
            assertThat(found.crossEntropyAfter() / found.crossEntropyBefore()).isCloseTo(1.1, within(0.011));
            assertThat(found.displacement()).isCloseTo(rho, within(1e-10));
            try (AdjustedTeacher given = adjust(
                    CONFIG.withAdjustment(
                            adjustment -> adjustment.withRho(rho).withDirection(Adjustment.Direction.RANDOM)),
                    5)) {
                assertThat(values(given.network())).usingRecursiveComparison().isEqualTo(values(found.network()));
            }
        }
    }

    @Test
    void theGivenRhoIsNotNeededForAFactor() {
        SynthesisConfig searched = CONFIG.withAdjustment(
                adjustment -> adjustment.withCrossEntropyFactor(2).withRho(0));
        fitTheTeacher();
        try (AdjustedTeacher found = adjust(searched)) {
            assertThat(found.crossEntropyAfter() / found.crossEntropyBefore()).isCloseTo(2, within(0.02));
        }
    }

    @Test
    void theLargestRhoIsUsedWithANoteWhereItDoesNotReachTheFactor() {
        SynthesisConfig searched = CONFIG.withAdjustment(
                adjustment -> adjustment.withCrossEntropyFactor(100).withDirection(Adjustment.Direction.RANDOM));
        fitTheTeacher();
        try (AdjustedTeacher found = adjust(searched)) {
            assertThat(found.foundRho()).hasValue(0.5);
            assertThat(found.displacement()).isCloseTo(0.5, within(1e-10));
            assertThat(found.crossEntropyAfter()).isLessThan(100 * found.crossEntropyBefore());
            assertThat(found.notes()).containsExactly(Message.of("synthesis.factorTooLarge", 0.5));
            assertThat(found.notes().get(0).english()).contains("largest radius ρ, 0.5,");
        }
    }

    /** Descends the gradient, until the teacher predicts the images with a cross-entropy that has multiples. */
    private void fitTheTeacher() {
        AugmentedStart start = new AugmentedStart(view, labels, Long.MAX_VALUE);
        new GradientAscent(start, 150, OrthonormalBasis.empty()).move(teacher, -4.5);
        assertThat(start.crossEntropy(teacher)).isBetween(0.001, 0.3);
    }

    private AdjustedTeacher adjust(SynthesisConfig config) {
        return adjust(config, 4);
    }

    private AdjustedTeacher adjust(SynthesisConfig config, long seed) {
        return new DirectedWeightAdjustment(config).adjust(teacher, view, labels, new Random(seed), tensors.manager());
    }

    private Map<String, double[]> values() {
        return values(teacher);
    }

    private static Map<String, double[]> values(Network network) {
        return network.state().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toDoubleArray()));
    }
}
