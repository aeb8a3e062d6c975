package org.dwastudio.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureMetricsTest {
    private static final double EXACT = 1e-12;

    @Test
    void orthogonalRowsOfOneLengthCountFully() {
        assertThat(EffectiveRank.of(matrix(3, 3, 2, 0, 0, 0, 2, 0, 0, 0, 2))).isCloseTo(3, within(EXACT));
    }

    @Test
    void parallelRowsCountAsOne() {
        assertThat(EffectiveRank.of(matrix(3, 2, 1, 2, 2, 4, -3, -6))).isCloseTo(1, within(1e-6));
    }

    @Test
    void singularValuesAreNeitherCenteredNorSquared() {
        // Singular values 3 and 1: shares 3/4 and 1/4.
        double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
        assertThat(EffectiveRank.of(matrix(2, 2, 3, 0, 0, 1))).isCloseTo(Math.exp(entropy), within(EXACT));
    }

    @Test
    void theRankOfZerosIsZeroAndThatOfNanIsNan() {
        assertThat(EffectiveRank.of(matrix(2, 2, 0, 0, 0, 0))).isZero();
        assertThat(EffectiveRank.of(matrix(2, 2, 0, Float.NaN, 0, 0))).isNaN();
        assertThat(EffectiveRank.of(matrix(2, 2, 0, Float.POSITIVE_INFINITY, 0, 0)))
                .isNaN();
        assertThatThrownBy(() -> EffectiveRank.of(matrix(0, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void densityCountsBallsAndCoverageCountsImages() {
        // One neighbor: the balls of 0 and 1 have radius 1, that of 3 has radius 2, that of 10 radius 7.
        RealManifold manifold = RealManifold.of(matrix(4, 1, 0, 1, 3, 10), 1);

        DensityAndCoverage found = manifold.compare(matrix(2, 1, 0.5F, 4));

        // 0.5 lies in the balls of 0 and 1; 4 lies in those of 3 and 10.
        assertThat(found.density()).isCloseTo(2, within(EXACT));
        assertThat(found.coverage()).isCloseTo(1, within(EXACT));
        assertThat(manifold.compare(matrix(1, 1, 100)).density()).isZero();
        assertThat(manifold.compare(matrix(1, 1, 100)).coverage()).isZero();
        assertThat(manifold.compare(matrix(2, 1, 0.5F, 0.5F)).coverage()).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void theBorderOfABallDoesNotBelongToIt() {
        RealManifold manifold = RealManifold.of(matrix(2, 1, 0, 1), 1);

        assertThat(manifold.compare(matrix(1, 1, 1)).coverage()).isCloseTo(0.5, within(EXACT));
        assertThat(manifold.compare(matrix(1, 1, 2)).coverage()).isZero();
    }

    @Test
    void tooFewRealImagesHaveNoManifold() {
        assertThatThrownBy(() -> RealManifold.of(matrix(5, 1, 1, 2, 3, 4, 5), 5))
                .isInstanceOf(IllegalArgumentException.class);
        RealManifold manifold = RealManifold.of(matrix(2, 1, 0, 1), 1);
        assertThatThrownBy(() -> manifold.compare(matrix(1, 2, 0, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> manifold.compare(matrix(0, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRowIsNoNeighborOfItselfAndTiesGoToTheSmallerIdentifier() {
        FeatureMatrix rows = matrix(4, 2, 1, 0, 2, 0, 0, 1, 3, 0);
        NearestRows search = NearestRows.ofOthers(rows, 2, RowDistance.COSINE, 0, 1, 2, 3);

        search.offer(rows.select(3, 2), 3, 2);
        search.offer(rows.select(0, 1), 0, 1);

        assertThat(search.of(0)).extracting(Neighbor::id).containsExactly(1, 3);
        assertThat(search.of(1)).extracting(Neighbor::id).containsExactly(0, 3);
        assertThat(search.of(2)).extracting(Neighbor::distance).containsExactly(1.0, 1.0);
        assertThat(search.nearestDistances()).containsExactly(0, 0, 1, 0);
    }

    @Test
    void fewerRowsThanWantedGiveFewerNeighbors() {
        NearestRows search = NearestRows.of(matrix(1, 1, 4), 3, RowDistance.EUCLIDEAN);

        assertThat(search.of(0)).isEmpty();
        assertThat(search.nearestDistances()).containsExactly(Double.POSITIVE_INFINITY);
        search.offer(matrix(1, 1, 1), 8);
        assertThat(search.of(0)).containsExactly(new Neighbor(8, 3));
    }

    @Test
    void aRowOfZerosIsAtRightAnglesToAll() {
        NearestRows search = NearestRows.of(matrix(1, 2, 0, 0), 1, RowDistance.COSINE);

        search.offer(matrix(2, 2, 1, 1, 0, 0), 0, 1);

        assertThat(search.of(0)).containsExactly(new Neighbor(0, 1));
    }

    @Test
    void theThresholdIsTheFirstPercentile() {
        // NumPy: percentile(arange(1, 202) / 100, 1) = 0.03
        double[] nearest = new double[201];
        Arrays.setAll(nearest, i -> (201 - i) / 100.0);

        NearCopyThreshold threshold = NearCopyThreshold.of(nearest);

        assertThat(threshold.distance()).isCloseTo(0.03, within(EXACT));
        assertThat(threshold.count(0, 0.02, threshold.distance(), 0.04)).isEqualTo(3);
    }

    @Test
    void aDatasetWithDuplicatesStillFindsCopiesWithinRounding() {
        NearCopyThreshold threshold = NearCopyThreshold.of(0, 0, 0.5);

        assertThat(threshold.distance()).isEqualTo(1e-6);
        assertThat(threshold.count(1e-7, 1e-5)).isEqualTo(1);
        assertThatThrownBy(NearCopyThreshold::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMatrixChecksItsShape() {
        assertThatThrownBy(() -> matrix(2, 2, 1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix(1, 1, 1).select(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(matrix(3, 2, 1, 2, 3, 4, 5, 6).select(2, 0).values()).containsExactly(5, 6, 1, 2);
    }

    private static FeatureMatrix matrix(int rows, int columns, float... values) {
        return new FeatureMatrix(rows, columns, values);
    }
}
