package org.dwastudio.stage.synthesis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.Adjustment.Direction;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.start.RealImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the displacements of columns with the orthogonal direction, in float64. */
class TeacherAdjusterTest {
    private static final SynthesisConfig CONFIG = TinyWorld.CONFIG.withAdjustment(
            adjustment -> adjustment.withRho(0.2).withAscentSteps(5).withDirection(Direction.ORTHOGONAL));

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private SynthesisInputs inputs;

    @BeforeEach
    void openTeacher() {
        inputs = new SynthesisInputs(
                TinyWorld.teacher(tensors.manager(), DataType.FLOAT64), TinyWorld.NORMALIZATION, TinyWorld.dataset());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void displacementsOfColumnsAreOrthogonal(double factor) {
        SynthesisConfig config = CONFIG.withAdjustment(adjustment -> adjustment.withCrossEntropyFactor(factor));
        List<double[]> orthogonal = displacements(config, 0, 1, 2);
        List<double[]> plain = displacements(
                config.withAdjustment(adjustment -> adjustment.withDirection(Direction.GRADIENT)), 0, 1, 2);

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(cosine(orthogonal.get(i), orthogonal.get(j))).isCloseTo(0, within(1e-6));
                assertThat(Math.abs(cosine(plain.get(i), plain.get(j)))).isGreaterThan(0.01);
            }
            assertThat(norm(orthogonal.get(i))).isPositive();
        }
        assertThat(orthogonal.get(0)).isEqualTo(plain.get(0));
    }

    @Test
    void aColumnIsTheSameInAnyOrderAndInAnyPart() {
        List<double[]> ordered = displacements(CONFIG, 0, 1, 2, 3);

        assertThat(displacements(CONFIG, 3).get(0)).isEqualTo(ordered.get(3));
        assertThat(displacements(CONFIG, 2, 3, 0, 1))
                .containsExactly(ordered.get(2), ordered.get(3), ordered.get(0), ordered.get(1));
    }

    @Test
    void earlierDirectionsHaveTheValuesOfTheColumn() {
        SynthesisConfig longer = CONFIG.withAdjustment(adjustment -> adjustment.withAscentSteps(3));
        TeacherAdjuster adjuster = adjuster();
        displacement(adjuster, CONFIG, 0);
        displacement(adjuster, CONFIG, 1);

        double[] changed = displacement(adjuster, longer, 2);

        assertThat(changed).isEqualTo(displacements(longer, 2).get(0));
        assertThat(changed).isNotEqualTo(displacements(CONFIG, 2).get(0));
        assertThat(displacement(adjuster, CONFIG, 2))
                .isEqualTo(displacements(CONFIG, 2).get(0));
    }

    @Test
    void theDisplacementOfTheLastColumnIsNotKept() {
        SynthesisConfig three = CONFIG.withImagesPerClass(3);
        TeacherAdjuster adjuster = adjuster();
        int tensorsOfATeacher = inputs.teacher().parameters().size();
        int before = tensors.manager().getManagedArrays().size();

        for (int column = 0; column < 3; column++) {
            displacement(adjuster, three, column);
            assertThat(tensors.manager().getManagedArrays())
                    .hasSize(before + Math.min(column + 1, 2) * tensorsOfATeacher);
        }
    }

    @Test
    void slicesOfTheClassesHaveDirectionsOfTheirOwn() {
        TeacherAdjuster adjuster = adjuster();
        ClassBatch first = new ClassBatch(1, 0, 2);
        ClassBatch second = new ClassBatch(1, 2, 1);

        displacement(adjuster, CONFIG, first);
        double[] together = displacement(adjuster, CONFIG, second);

        assertThat(together).isEqualTo(displacement(adjuster(), CONFIG, second));
    }

    @Test
    void nothingIsAdjustedWithoutARadius() {
        SynthesisConfig none = CONFIG.withAdjustment(adjustment -> adjustment.withRho(0));

        assertThat(norm(displacements(none, 2).get(0))).isZero();
    }

    @Test
    void aSpanWithoutOrthogonalPartGivesTheWholeGradientWithANote() {
        NDManager manager = tensors.manager();
        Map<String, NDArray> three = Map.of("weight", manager.create(new double[] {3, 4, 12}, new Shape(3)));
        List<WeightVector> axes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] axis = new double[3];
            axis[i] = -2;
            OrthonormalBasis basis = new OrthonormalBasis(axes);
            WeightVector vector = new WeightVector(Map.of("weight", manager.create(axis, new Shape(3))));
            axes.add(basis.extension(vector, manager).orElseThrow());
        }

        assertThat(axes).allSatisfy(axis -> assertThat(axis.norm()).isEqualTo(1));
        assertThat(remainder(axes.subList(0, 0), three)).contains(List.of(3.0, 4.0, 12.0));
        assertThat(remainder(axes.subList(0, 2), three)).contains(List.of(0.0, 0.0, 12.0));
        assertThat(remainder(axes, three)).isEmpty();
        assertThat(new OrthonormalBasis(axes).extension(new WeightVector(three), manager))
                .isEmpty();
    }

    @Test
    void aColumnBeyondTheDimensionsFollowsTheGradientAndNotesIt() {
        // A basis that contains every gradient: the axes of all weights.
        NDManager manager = tensors.manager();
        ClassBatch batch = new ClassBatch(0, 0, TinyWorld.CLASSES);
        List<WeightVector> axes = new ArrayList<>();
        inputs.teacher().parameters().forEach((name, weight) -> {
            for (int i = 0; i < weight.size(); i++) {
                axes.add(axis(name, i, manager));
            }
        });
        NDArray images =
                manager.zeros(new Shape(TinyWorld.CLASSES, 1, TinyWorld.SIZE, TinyWorld.SIZE), DataType.FLOAT64);
        NDArray labels = manager.create(batch.labels());
        DirectedWeightAdjustment adjustment = new DirectedWeightAdjustment(CONFIG);

        try (AdjustedTeacher whole = adjustment.adjust(
                        inputs.teacher(), images, labels, seeds().generator(RandomPurpose.DIRECTION), manager);
                AdjustedTeacher beyond = adjustment.adjust(
                        inputs.teacher(),
                        images,
                        labels,
                        seeds().generator(RandomPurpose.DIRECTION),
                        new OrthonormalBasis(axes),
                        manager)) {
            assertThat(beyond.notes())
                    .extracting(note -> note.english())
                    .containsExactly("In at least one column no part of the gradient is orthogonal to the"
                            + " displacements of all earlier columns. The whole gradient is used there.");
            assertThat(beyond.crossEntropyAfter()).isEqualTo(whole.crossEntropyAfter());
            assertThat(whole.notes()).isEmpty();
        }
    }

    private WeightVector axis(String name, int place, NDManager manager) {
        Map<String, NDArray> axis = new LinkedHashMap<>();
        inputs.teacher().parameters().forEach((other, weight) -> {
            double[] values = new double[Math.toIntExact(weight.size())];
            if (other.equals(name)) {
                values[place] = 1;
            }
            axis.put(other, manager.create(values, weight.getShape()));
        });
        return new WeightVector(axis);
    }

    private Optional<List<Double>> remainder(List<WeightVector> basis, Map<String, NDArray> vector) {
        return new OrthonormalBasis(basis)
                .remainder(new WeightVector(vector), tensors.manager())
                .map(rest -> Arrays.stream(
                                rest.tensors().values().iterator().next().toDoubleArray())
                        .boxed()
                        .toList());
    }

    private List<double[]> displacements(SynthesisConfig config, int... columns) {
        TeacherAdjuster adjuster = adjuster();
        return Arrays.stream(columns)
                .mapToObj(column -> displacement(adjuster, config, column))
                .toList();
    }

    private double[] displacement(TeacherAdjuster adjuster, SynthesisConfig config, int column) {
        return displacement(adjuster, config, new ClassBatch(column, 0, TinyWorld.CLASSES));
    }

    private double[] displacement(TeacherAdjuster adjuster, SynthesisConfig config, ClassBatch batch) {
        try (NDManager scope = tensors.manager().newSubManager();
                AdjustedTeacher adjusted = adjuster.adjust(batch, adjuster.start(batch, scope), config, scope)) {
            return WeightVector.between(inputs.teacher(), adjusted.network(), scope).tensors().values().stream()
                    .flatMapToDouble(tensor -> Arrays.stream(tensor.toDoubleArray()))
                    .toArray();
        }
    }

    private TeacherAdjuster adjuster() {
        return new TeacherAdjuster(
                inputs,
                new RealImages(inputs.dataset(), inputs.normalization(), seeds(), RandomPurpose.START_IMAGE),
                seeds(),
                new AugmentationSampler(seeds(), TinyWorld.SIZE),
                tensors.manager());
    }

    private static SeedSequence seeds() {
        return new SeedSequence(5);
    }

    private static double cosine(double[] one, double[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product / norm(one) / norm(other);
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
    }
}
