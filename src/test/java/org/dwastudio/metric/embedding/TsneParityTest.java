package org.dwastudio.metric.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.assertj.core.data.Percentage;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.ComputedByScikitLearn;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.task.CancellationToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Principal components and t-SNE against scikit-learn. */
class TsneParityTest {
    private static final double PERPLEXITY = 30;

    private static ComputedByScikitLearn expected;
    private static FeatureMatrix real;

    @BeforeAll
    static void read() throws IOException {
        expected = ComputedByScikitLearn.read();
        real = expected.features("real");
    }

    @Test
    void principalComponentsAgreeUpToTheirSign() {
        PrincipalComponents components = PrincipalComponents.fit(real, 4);

        assertThat(components.variances()).containsExactly(expected.doubles("pca_variances"), within(1e-9));
        assertSamePoints(components.project(real), expected.doubles("pca_real"));
        assertSamePoints(components.project(expected.features("made")), expected.doubles("pca_made"));
    }

    private static void assertSamePoints(double[][] points, double... flat) {
        for (int k = 0; k < points[0].length; k++) {
            double sign = Math.signum(points[0][k]) * Math.signum(flat[k]);
            for (int i = 0; i < points.length; i++) {
                assertThat(sign * points[i][k]).isCloseTo(flat[i * points[0].length + k], within(1e-6));
            }
        }
    }

    @Test
    void jointProbabilitiesAgree() {
        PairTable joint = JointProbabilities.of(real, PERPLEXITY, CancellationToken.NONE);

        float[] wanted = expected.floats("joint");
        assertThat(joint.values()).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) joint.values()[i]).isCloseTo(wanted[i], within(1e-9 + 1e-4 * wanted[i]));
        }
    }

    @Test
    void divergenceAndGradientOfAnEmbeddingAgree() {
        TsneObjective objective = new TsneObjective(new PairTable(real.rows(), expected.floats("joint")));
        double[] flat = expected.doubles("embedding");
        Plane at = Plane.ofZeros(real.rows());
        for (int i = 0; i < real.rows(); i++) {
            at.x()[i] = flat[2 * i];
            at.y()[i] = flat[2 * i + 1];
        }
        Plane gradient = Plane.ofZeros(real.rows());

        objective.gradient(at, 1, gradient);

        assertThat(objective.divergence(at, 1)).isCloseTo(expected.doubles("divergence")[0], within(1e-6));
        double[] wanted = expected.doubles("gradient");
        for (int i = 0; i < real.rows(); i++) {
            assertThat(gradient.x()[i]).isCloseTo(wanted[2 * i], within(1e-9));
            assertThat(gradient.y()[i]).isCloseTo(wanted[2 * i + 1], within(1e-9));
        }
    }

    @Test
    void theFinalDivergenceIsAsLow() {
        Embedding embedding = Tsne.STANDARD.embed(real, ProgressListener.NONE, CancellationToken.NONE);

        assertThat(embedding.divergence())
                .isCloseTo(expected.doubles("final_divergence")[0], Percentage.withPercentage(3));
        assertThat(embedding.iterations()).isLessThanOrEqualTo(1000);
    }
}
