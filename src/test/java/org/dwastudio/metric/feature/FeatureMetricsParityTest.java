package org.dwastudio.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dwastudio.metric.ComputedByScikitLearn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Feature metrics against NumPy, scikit-learn and the code of Naeem et al. */
class FeatureMetricsParityTest {
    private static final double EXACT = 1e-9;
    private static final double OF_FLOATS = 1e-6;

    private static ComputedByScikitLearn expected;
    private static FeatureMatrix real;
    private static FeatureMatrix made;

    @BeforeAll
    static void read() throws IOException {
        expected = ComputedByScikitLearn.read();
        real = expected.features("real");
        made = expected.features("made");
    }

    @Test
    void densityAndCoverageAgree() {
        DensityAndCoverage found = RealManifold.of(real, RealManifold.NEIGHBORS).compare(made);

        double[] numbers = expected.doubles("density_and_coverage");
        assertThat(found.density()).isCloseTo(numbers[0], within(EXACT));
        assertThat(found.coverage()).isCloseTo(numbers[1], within(EXACT));
    }

    @Test
    void effectiveRanksOfTallAndWideMatricesAgree() {
        double[] ranks = expected.doubles("effective_ranks");

        assertThat(EffectiveRank.of(real)).isCloseTo(ranks[0], within(OF_FLOATS));
        assertThat(EffectiveRank.of(made)).isCloseTo(ranks[1], within(OF_FLOATS));
        FeatureMatrix first = made.select(IntStream.range(0, 7).toArray());
        assertThat(EffectiveRank.of(first)).isCloseTo(ranks[2], within(OF_FLOATS));
    }

    @Test
    void theNearestRowsByCosineAgree() {
        assertNearest(RowDistance.COSINE, 3, "nearest_by_cosine", "cosine_distances");
    }

    @Test
    void theNearestRowByEuclideanDistanceAgrees() {
        assertNearest(RowDistance.EUCLIDEAN, 1, "nearest_by_distance", "euclidean_distances");
    }

    private static void assertNearest(RowDistance distance, int count, String ids, String distances) {
        NearestRows search = NearestRows.of(made, count, distance);
        int half = real.rows() / 2;
        // The second half first: the order of the parts must not matter.
        search.offer(part(half, real.rows()), IntStream.range(half, real.rows()).toArray());
        search.offer(part(0, half), IntStream.range(0, half).toArray());

        Neighbor[] found = IntStream.range(0, made.rows())
                .boxed()
                .flatMap(query -> search.of(query).stream())
                .toArray(Neighbor[]::new);
        assertThat(Arrays.stream(found).mapToInt(Neighbor::id).toArray()).isEqualTo(expected.ints(ids));
        assertThat(Arrays.stream(found).mapToDouble(Neighbor::distance).toArray())
                .containsExactly(expected.doubles(distances), within(OF_FLOATS));
    }

    private static FeatureMatrix part(int from, int to) {
        return real.select(IntStream.range(from, to).toArray());
    }
}
