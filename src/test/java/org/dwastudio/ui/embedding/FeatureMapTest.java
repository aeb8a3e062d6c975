package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.embedding.Plane;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.weights.numpy.FloatMatrixFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map of 60 real images with 16 features, compared with principal components by power iteration. */
class FeatureMapTest {
    private static final int COUNT = 60;
    private static final int FEATURES = ShownRun.SIZE * ShownRun.SIZE;

    @TempDir
    private Path folder;

    @Test
    void placesAndSharesAreThoseOfThePrincipalComponents() throws IOException {
        ShownRun run = new ShownRun(folder);
        run.real().request();
        run.settle();

        FeatureMap map = FeatureMap.of(run.realSet());

        double[][] covariance = covariance(map.sample().features());
        double trace =
                IntStream.range(0, FEATURES).mapToDouble(i -> covariance[i][i]).sum();
        assertThat(map.variance()).isCloseTo(trace, within(1e-9 * trace));
        for (int component = 0; component < 2; component++) {
            double[] axis = largestAxis(covariance);
            double variance = quadratic(covariance, axis);
            assertThat(map.share(component)).isCloseTo(variance / trace, within(1e-6));
            double[] places = component == 0 ? map.real().x() : map.real().y();
            double sign = Math.signum(places[7] * place(map.sample().features(), 7, axis));
            for (int image = 0; image < COUNT; image++) {
                assertThat(places[image]).isCloseTo(sign * place(map.sample().features(), image, axis), within(1e-5));
            }
            deflate(covariance, axis, variance);
        }
        assertThat(map.share(0)).isGreaterThan(map.share(1));
    }

    @Test
    void otherImagesArePlacedInTheSameWay() throws IOException {
        ShownRun run = new ShownRun(folder);
        run.real().request();
        run.settle();
        FeatureMap map = FeatureMap.of(run.realSet());
        int image = map.sample().indices()[31];

        Plane placed = map.project(PixelFeatures.of(run.realSet().images(image)));

        assertThat(placed.x()).containsExactly(new double[] {map.real().x()[31]}, within(1e-12));
        assertThat(placed.y()).containsExactly(new double[] {map.real().y()[31]}, within(1e-12));
        assertThat(map.sample().labels()[31]).isEqualTo(image % 3);
    }

    @Test
    void equalImagesHaveNoVariance() throws IOException {
        try (RealSet set = set(5, new byte[5])) {
            FeatureMap map = FeatureMap.of(set);

            assertThat(map.share(0)).isZero();
            assertThat(map.real().x()).containsOnly(0);
        }
    }

    @Test
    void oneImageIsNoMap() throws IOException {
        try (RealSet set = set(1, new byte[1])) {
            assertThatThrownBy(() -> FeatureMap.of(set)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Returns images of one pixel with two features, which are the pixel and its half. */
    private RealSet set(int count, byte... pixels) throws IOException {
        Path file = folder.resolve("two.npy");
        FloatMatrixFile.write(file, count, 2, target -> {
            for (byte pixel : pixels) {
                target.add(pixel, pixel / 2F);
            }
        });
        LabeledImages images = new LabeledImages(new ImageBatch(count, 1, 1, 1, pixels), new int[count]);
        return new RealSet(new InMemoryDataset("gray", List.of("one"), images, images), FloatMatrixFile.open(file));
    }

    private static double[] mean(FeatureMatrix features) {
        return IntStream.range(0, FEATURES)
                .mapToDouble(i -> IntStream.range(0, COUNT)
                        .mapToDouble(row -> features.values()[row * FEATURES + i])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double[][] covariance(FeatureMatrix features) {
        double[] mean = mean(features);
        double[][] covariance = new double[FEATURES][FEATURES];
        for (int row = 0; row < COUNT; row++) {
            for (int i = 0; i < FEATURES; i++) {
                for (int j = 0; j < FEATURES; j++) {
                    covariance[i][j] += (features.values()[row * FEATURES + i] - mean[i])
                            * (features.values()[row * FEATURES + j] - mean[j])
                            / (COUNT - 1);
                }
            }
        }
        return covariance;
    }

    private static double place(FeatureMatrix features, int row, double... axis) {
        double[] mean = mean(features);
        return IntStream.range(0, FEATURES)
                .mapToDouble(i -> axis[i] * (features.values()[row * FEATURES + i] - mean[i]))
                .sum();
    }

    private static double[] largestAxis(double[]... matrix) {
        double[] axis =
                IntStream.range(0, FEATURES).mapToDouble(i -> 1 + 0.1 * i).toArray();
        for (int step = 0; step < 3000; step++) {
            double[] before = axis;
            double[] product = IntStream.range(0, FEATURES)
                    .mapToDouble(i -> inner(matrix[i], before))
                    .toArray();
            double length = Math.sqrt(inner(product, product));
            axis = IntStream.range(0, FEATURES)
                    .mapToDouble(i -> product[i] / length)
                    .toArray();
        }
        return axis;
    }

    private static double quadratic(double[][] matrix, double... axis) {
        return IntStream.range(0, FEATURES)
                .mapToDouble(i -> axis[i] * inner(matrix[i], axis))
                .sum();
    }

    private static void deflate(double[][] matrix, double[] axis, double variance) {
        for (int i = 0; i < FEATURES; i++) {
            for (int j = 0; j < FEATURES; j++) {
                matrix[i][j] -= variance * axis[i] * axis[j];
            }
        }
    }

    private static double inner(double[] one, double... other) {
        return IntStream.range(0, FEATURES).mapToDouble(i -> one[i] * other[i]).sum();
    }
}
