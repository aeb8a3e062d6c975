package org.dwastudio.stage.synthesis.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.stage.synthesis.diversity.FinishedFeatures;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.weights.StoredTensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeatureRepulsionTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final SynthesisConfig ON = TinyWorld.CONFIG.withRepulsion(repulsion -> repulsion.withWeight(2));
    private Network teacher;
    private FinishedFeatures finished;

    @BeforeEach
    void open() {
        teacher = TinyWorld.teacher(tensors.manager(), DataType.FLOAT64);
        finished = new FinishedFeatures(teacher, tensors.manager());
    }

    @Test
    void itIsTheMeanSquaredCosineToTheFinishedImagesOfTheClass() {
        List<NDArray> earlier = List.of(images(0), images(1), images(2));
        for (int column = 0; column < 3; column++) {
            finished.add(batch(column), earlier.get(column));
        }
        NDArray images = images(3);
        double expected = 0;
        for (int image = 0; image < TinyWorld.CLASSES; image++) {
            double[] own = features(images, image);
            for (NDArray other : earlier) {
                double[] its = features(other, image);
                double cosine = dot(own, its) / Math.sqrt(dot(own, own) * dot(its, its));
                expected += cosine * cosine / (3 * TinyWorld.CLASSES);
            }
        }

        double value = repulsion(3).measure(images).value();

        assertThat(value).isCloseTo(expected, within(1e-6)).isBetween(0.05, 0.9999);
    }

    @Test
    void itsGradientIsThatOfItsValue() {
        finished.add(batch(0), images(0));
        finished.add(batch(1), images(1));
        NDArray images = images(2);
        FeatureRepulsion repulsion = repulsion(2);
        double[] gradient = repulsion.measure(images).gradient().toDoubleArray();
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(largest).isGreaterThan(1e-5);
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            int pixel = random.nextInt(gradient.length);
            double step = 1e-6;
            double slope = (valueWith(repulsion, images, pixel, step) - valueWith(repulsion, images, pixel, -step))
                    / (2 * step);

            assertThat(gradient[pixel]).isCloseTo(slope, within(1e-5 * largest));
        }
    }

    @Test
    void ofTheSameImageItIsOne() {
        finished.add(batch(0), images(0));

        assertThat(repulsion(1).measure(images(0)).value()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aSliceOfTheClassesIsComparedWithItsOwnClasses() {
        finished.add(batch(0), images(0));
        ClassBatch last = new ClassBatch(1, 2, 1);

        NDArray before = finished.before(last, tensors.manager()).orElseThrow();

        assertThat(before.toType(DataType.FLOAT32, true).toFloatArray())
                .containsExactly(toFloats(features(images(0), 2)), within(1e-6f));
    }

    @Test
    void onlyColumnsBeforeThatOfTheBatchCount() {
        finished.add(batch(1), images(1));

        assertThat(finished.before(batch(0), tensors.manager())).isEmpty();
        assertThat(finished.before(batch(1), tensors.manager())).isEmpty();
        assertThat(finished.before(batch(2), tensors.manager())).isPresent();
    }

    @Test
    void thereIsNoneWithoutAWeightOrAFinishedColumn() {
        assertThat(FeatureRepulsion.where(batch(1), teacher, ON, finished, tensors.manager()))
                .isEmpty();
        finished.add(batch(0), images(0));
        assertThat(FeatureRepulsion.where(batch(1), teacher, ON, finished, tensors.manager()))
                .isPresent();
        assertThat(FeatureRepulsion.where(batch(1), teacher, TinyWorld.CONFIG, finished, tensors.manager()))
                .isEmpty();
    }

    @Test
    void finishedColumnsComeBackFromACheckpoint() {
        finished.add(batch(0), images(0));
        finished.add(batch(2), images(2));
        Map<String, StoredTensor> stored = new HashMap<>();
        finished.save(stored);
        FinishedFeatures restored = new FinishedFeatures(teacher, tensors.manager());

        restored.restore(SynthesisCheckpoint.of(null, stored));

        assertThat(stored.keySet()).containsExactlyInAnyOrder("repulsion/0", "repulsion/2");
        assertThat(restored.before(batch(3), tensors.manager()).orElseThrow().toDoubleArray())
                .containsExactly(finished.before(batch(3), tensors.manager())
                        .orElseThrow()
                        .toDoubleArray());
    }

    @Test
    void liveTensorsStayAsManyAsAfterTheFirstSteps() {
        finished.add(batch(0), images(0));
        NDArray images = images(1);
        FeatureRepulsion repulsion = repulsion(1);
        repulsion.measure(images).gradient().close();
        int afterOne = tensors.manager().getManagedArrays().size();

        for (int i = 0; i < 20; i++) {
            repulsion.measure(images).gradient().close();
        }

        assertThat(tensors.manager().getManagedArrays()).hasSize(afterOne);
    }

    private FeatureRepulsion repulsion(int column) {
        return FeatureRepulsion.where(batch(column), teacher, ON, finished, tensors.manager())
                .orElseThrow();
    }

    private double valueWith(FeatureRepulsion repulsion, NDArray images, int pixel, double step) {
        double[] values = images.toDoubleArray();
        values[pixel] += step;
        return repulsion
                .measure(tensors.manager().create(values, images.getShape()).duplicate())
                .value();
    }

    private NDArray images(int column) {
        return new NoiseImages(new SeedSequence(4), 1, TinyWorld.SIZE)
                .images(batch(column), tensors.manager(), DataType.FLOAT64);
    }

    private double[] features(NDArray images, int image) {
        return teacher.features(images.get("{}:{}", image, image + 1)).toDoubleArray();
    }

    private static ClassBatch batch(int column) {
        return new ClassBatch(column, 0, TinyWorld.CLASSES);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
