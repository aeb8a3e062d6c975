package org.dwastudio.stage.synthesis.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeatureRegressionTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final double RIDGE = 0.05;
    private static final ClassBatch BATCH = new ClassBatch(0, 0, TinyWorld.CLASSES);
    private static final SynthesisConfig CONFIG = TinyWorld.CONFIG.withRegression(regression -> regression
            .withWeight(1)
            .withStudents(2)
            .withStudentSteps(3)
            .withStudentWidth(5)
            .withImages(4));

    @Test
    void itPredictsWhatRidgeRegressionPredicts() {
        // φ(S) = (1, 0), (0, 2), so K_SS + λ tr/2 = (2, 1; 1, 5) + 0.2 · 3.5 = (2.7, 1; 1, 5.7); φ(T) = (1, 1), K_TS =
        // (2, 3).
        NDArray features = tensors.manager().create(new double[] {1, 0, 0, 2}, new Shape(2, 2));
        NDArray answers = tensors.manager().create(new double[] {4, -1, 2, 3}, new Shape(2, 2));
        NDArray known = tensors.manager().create(new double[] {1, 1}, new Shape(1, 2));

        NDArray predicted = FeatureRegression.predicted(features, answers, known, 0.2);

        // (2, 3) · (5.7, −1; −1, 2.7) / 14.39 = (8.4, 6.1) / 14.39, times the answers.
        assertThat(predicted.toDoubleArray())
                .containsExactly(new double[] {(8.4 * 4 + 6.1 * 2) / 14.39, (-8.4 + 6.1 * 3) / 14.39}, within(1e-12));
    }

    @Test
    void itsGradientIsThatOfTheValueItMeasured() {
        NDArray images = images(1);
        double[] gradient;
        try (FeatureRegression regression = regression()) {
            gradient = regression.step(images, RIDGE).gradient().toDoubleArray();
        }
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(largest).isGreaterThan(0.001);
        Random random = new Random(2);
        for (int i = 0; i < 12; i++) {
            int pixel = random.nextInt(gradient.length);
            double step = 1e-5;
            double slope = (valueWith(images, pixel, step) - valueWith(images, pixel, -step)) / (2 * step);

            assertThat(gradient[pixel]).isCloseTo(slope, within(1e-5 * largest));
        }
    }

    @Test
    void studentsLearnFromTheImagesInTurn() {
        NDArray images = images(1);
        try (FeatureRegression regression = regression()) {
            Map<String, ByteBuffer> fresh = kept(regression);

            regression.step(images, RIDGE);
            Map<String, ByteBuffer> afterOne = kept(regression);
            regression.step(images, RIDGE);

            assertThat(weights(afterOne, 0)).isNotEqualTo(weights(fresh, 0));
            assertThat(weights(afterOne, 1)).isEqualTo(weights(fresh, 1));
            assertThat(weights(kept(regression), 0)).isEqualTo(weights(afterOne, 0));
            assertThat(weights(kept(regression), 1)).isNotEqualTo(weights(fresh, 1));
        }
    }

    @Test
    void stepsOnTheRegressionAloneBringItDown() {
        NDArray images = images(1);
        try (FeatureRegression regression = regression(
                CONFIG.withRegression(values -> values.withStudents(1).withStudentSteps(1000)))) {
            double before = regression.step(images, RIDGE).value();
            for (int i = 0; i < 40; i++) {
                NDArray gradient = regression.step(images, RIDGE).gradient();
                images.subi(gradient.div(gradient.norm().add(1e-12)).mul(0.5));
            }

            assertThat(regression.step(images, RIDGE).value()).isLessThan(0.5 * before);
        }
    }

    @Test
    void itResumesFromWhatWasKept() {
        NDArray images = images(1);
        for (int moment : new int[] {1, 2, 3, 5, 6, 9}) {
            try (FeatureRegression whole = regression();
                    FeatureRegression resumed = regression()) {
                for (int i = 0; i < moment; i++) {
                    whole.step(images, RIDGE);
                }
                Map<String, StoredTensor> tensors = new HashMap<>();
                whole.save("x", tensors);
                resumed.restore("x", SynthesisCheckpoint.of(null, tensors), moment);
                for (int i = 0; i < 4; i++) {
                    double expected = whole.step(images, RIDGE).value();
                    assertThat(resumed.step(images, RIDGE).value())
                            .as("step " + i + " after " + moment)
                            .isEqualTo(expected);
                }
                assertThat(kept(resumed)).isEqualTo(kept(whole));
            }
        }
    }

    @Test
    void liveTensorsStayAsManyAsAfterTheFirstSteps() {
        NDArray images = images(1);
        try (FeatureRegression regression = regression()) {
            step(regression, images, 2);
            int afterTwo = tensors.manager().getManagedArrays().size();

            step(regression, images, 40);

            assertThat(tensors.manager().getManagedArrays()).hasSize(afterTwo);
            assertThat(afterTwo).isPositive();
        }
    }

    private static void step(FeatureRegression regression, NDArray images, int count) {
        for (int i = 0; i < count; i++) {
            regression.step(images, RIDGE).gradient().close();
        }
    }

    @Test
    void realImagesAreDrawnOncePerColumnAndAskedOnce() {
        Network teacher = teacher();
        SynthesisInputs inputs = new SynthesisInputs(teacher, TinyWorld.NORMALIZATION, TinyWorld.dataset());
        RegressionTargets targets =
                RegressionTargets.of(BATCH, inputs, teacher, CONFIG, new SeedSequence(3), tensors.manager());

        RegressionTargets.Some some = targets.draw(new Random(1), tensors.manager());

        assertThat(targets.count()).isEqualTo(3 * 4);
        assertThat(some.answers().toDoubleArray())
                .containsExactly(teacher.logits(some.images()).toDoubleArray(), within(1e-12));
        SynthesisConfig more = CONFIG.withRegression(regression -> regression.withImages(1000));
        assertThat(RegressionTargets.of(BATCH, inputs, teacher, more, new SeedSequence(3), tensors.manager())
                        .count())
                .isEqualTo(3 * TinyWorld.PER_CLASS);
    }

    private double valueWith(NDArray images, int pixel, double step) {
        double[] values = images.toDoubleArray();
        values[pixel] += step;
        try (FeatureRegression regression = regression()) {
            return regression
                    .step(tensors.manager().create(values, images.getShape()).duplicate(), RIDGE)
                    .value();
        }
    }

    private FeatureRegression regression() {
        return regression(CONFIG);
    }

    private FeatureRegression regression(SynthesisConfig config) {
        Network teacher = teacher();
        SynthesisInputs inputs = new SynthesisInputs(teacher, TinyWorld.NORMALIZATION, TinyWorld.dataset());
        return new FeatureRegression(BATCH, inputs, teacher, config, new SeedSequence(3), tensors.manager());
    }

    /** One that distinguishes images: fresh weights of the last layer, a hundredfold. */
    private Network teacher() {
        Network teacher = TinyWorld.teacher(tensors.manager(), DataType.FLOAT64);
        NDArray head = teacher.parameters().get("fc.weight");
        teacher.assign(Map.of("fc.weight", head.mul(100)));
        return teacher;
    }

    private NDArray images(long seed) {
        return new NoiseImages(new SeedSequence(seed), 1, TinyWorld.SIZE)
                .images(BATCH, tensors.manager(), DataType.FLOAT64);
    }

    private static Map<String, ByteBuffer> kept(FeatureRegression regression) {
        Map<String, StoredTensor> tensors = new HashMap<>();
        regression.save("x", tensors);
        return tensors.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .data()));
    }

    private static Map<String, ByteBuffer> weights(Map<String, ByteBuffer> kept, int student) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("regression/x/" + student + "/weights/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
