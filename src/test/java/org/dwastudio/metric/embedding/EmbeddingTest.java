package org.dwastudio.metric.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    private static final Tsne SHORT = new Tsne(5, 250);

    @Test
    void theFirstComponentFollowsTheLargestVariance() {
        FeatureMatrix line = new FeatureMatrix(3, 2, new float[] {0, 0, 3, 4, 6, 8});

        PrincipalComponents components = PrincipalComponents.fit(line, 2);

        assertThat(components.axes()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-12));
        assertThat(components.variances()).containsExactly(new double[] {25, 0}, within(1e-12));
        assertThat(components.project(new FeatureMatrix(1, 2, new float[] {9, 12}))[0][0])
                .isCloseTo(10, within(1e-6));
    }

    @Test
    void fewRowsOfManyFeaturesHaveTheComponentsOfTheirSpan() {
        FeatureMatrix wide = new FeatureMatrix(3, 4, new float[] {1, 0, 0, 5, -1, 0, 0, 5, 0, 0, 0, 5});

        PrincipalComponents components = PrincipalComponents.fit(wide, 2);

        assertThat(components.axes()[0]).containsExactly(new double[] {1, 0, 0, 0}, within(1e-12));
        assertThat(components.variances()).containsExactly(new double[] {1, 0}, within(1e-12));
    }

    @Test
    void featuresThatAreNotFiniteHaveNoComponents() {
        FeatureMatrix broken = new FeatureMatrix(2, 2, new float[] {0, 0, Float.NaN, 4});

        assertThatThrownBy(() -> PrincipalComponents.fit(broken, 1)).hasMessage("feature 0 is not finite");
        assertThatThrownBy(() -> PrincipalComponents.fit(random(3, 2), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrincipalComponents.fit(random(1, 2), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clustersStayApart() {
        FeatureMatrix features = clusters(3, 20, 8);

        Plane points = Tsne.STANDARD
                .embed(features, ProgressListener.NONE, CancellationToken.NONE)
                .points();

        for (int i = 0; i < features.rows(); i++) {
            assertThat(nearest(points, i) / 20).isEqualTo(i / 20);
        }
    }

    @Test
    void theSameFeaturesGiveTheSamePoints() {
        FeatureMatrix features = random(60, 6);

        Plane one = SHORT.embed(features, ProgressListener.NONE, CancellationToken.NONE)
                .points();
        Plane other = SHORT.embed(features, ProgressListener.NONE, CancellationToken.NONE)
                .points();

        assertThat(other.x()).isEqualTo(one.x());
        assertThat(other.y()).isEqualTo(one.y());
    }

    @Test
    void equalImagesAndSingleFeaturesAreEmbedded() {
        Plane equal = SHORT.embed(
                        new FeatureMatrix(40, 2, new float[80]), ProgressListener.NONE, CancellationToken.NONE)
                .points();
        Plane line = SHORT.embed(random(40, 1), ProgressListener.NONE, CancellationToken.NONE)
                .points();

        assertThat(equal.x()).containsOnly(0);
        assertThat(line.x()).doesNotContain(Double.NaN).doesNotHaveDuplicates();
    }

    @Test
    void progressCountsIterationsAndACancellationEndsTheDescent() {
        List<Long> seen = new ArrayList<>();
        CancellationSource source = new CancellationSource();
        ProgressListener progress = (done, total) -> {
            seen.add(done);
            assertThat(total).isEqualTo(250);
            if (done == 7) {
                source.cancel();
            }
        };

        assertThatThrownBy(() -> SHORT.embed(random(30, 4), progress, source))
                .isInstanceOf(CancellationException.class)
                .hasMessage("The embedding was stopped.");
        assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void tooFewAndTooManyPointsAreRefused() {
        assertThatThrownBy(() -> SHORT.embed(random(5, 2), ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 5");
        assertThatThrownBy(() -> SHORT.embed(random(5001, 1), ProgressListener.NONE, CancellationToken.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 5001");
        assertThatThrownBy(() -> new Tsne(1, 1000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tsne(30, 249)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int nearest(Plane points, int of) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.x().length; i++) {
            double distance = Math.hypot(points.x()[i] - points.x()[of], points.y()[i] - points.y()[of]);
            if (i != of && distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static FeatureMatrix clusters(int count, int each, int columns) {
        float[] values = random(count * each, columns).values();
        for (int at = 0; at < values.length; at++) {
            values[at] += at / (each * columns) * 20;
        }
        return new FeatureMatrix(count * each, columns, values);
    }

    private static FeatureMatrix random(int rows, int columns) {
        Random random = new Random(3);
        float[] values = new float[rows * columns];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return new FeatureMatrix(rows, columns, values);
    }
}
