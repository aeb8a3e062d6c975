package org.dwastudio.metric.embedding;

import java.util.stream.IntStream;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.task.CancellationToken;

/**
 * Joint probabilities of t-SNE in the space of the features (van der Maaten and Hinton, JMLR 2008): a Gaussian around
 * every point, whose width is found by bisection so that its distribution has the wanted perplexity.
 */
final class JointProbabilities {
    private static final double TOLERANCE = 1e-5;
    private static final int MOST_STEPS = 100;
    /** Lower bound of a probability. */
    private static final double SMALLEST = Math.ulp(1.0);

    private final FeatureMatrix features;
    private final double entropy;
    private final CancellationToken token;
    private final PairTable table;

    private JointProbabilities(FeatureMatrix features, double perplexity, CancellationToken token) {
        this.features = features;
        this.token = token;
        entropy = Math.log(perplexity);
        table = PairTable.of(features.rows());
    }

    /** Gaussian around one point: exp(−precision (d² − nearest)) / sum. */
    private record Gaussian(double precision, double nearest, double sum) {
        double probability(double squaredDistance) {
            return Math.exp(-precision * (squaredDistance - nearest)) / sum;
        }
    }

    /**
     * Computes (p(j|i) + p(i|j)) / 2n for all pairs, on all processors.
     *
     * @param perplexity effective number of neighbors, at least 1 and below the number of points
     * @throws java.util.concurrent.CancellationException if the token is canceled
     */
    static PairTable of(FeatureMatrix features, double perplexity, CancellationToken token) {
        return new JointProbabilities(features, perplexity, token).computed();
    }

    private PairTable computed() {
        int n = table.points();
        rows(n).forEach(this::measure);
        token.throwIfCancelled(Tsne.CANCELLED);
        Gaussian[] gaussians = rows(n).mapToObj(this::gaussian).toArray(Gaussian[]::new);
        token.throwIfCancelled(Tsne.CANCELLED);
        rows(n).forEach(row -> join(row, gaussians));
        return table;
    }

    private static IntStream rows(int points) {
        return IntStream.range(0, points).parallel();
    }

    private void measure(int row) {
        if (token.isCancelled()) {
            return;
        }
        int at = table.start(row);
        for (int other = row + 1; other < table.points(); other++) {
            table.values()[at++] = (float) features.squaredDistance(row, features, other);
        }
    }

    private void join(int row, Gaussian... gaussians) {
        int at = table.start(row);
        for (int other = row + 1; other < table.points(); other++) {
            double squared = table.values()[at];
            double both = gaussians[row].probability(squared) + gaussians[other].probability(squared);
            table.values()[at++] = (float) Math.max(SMALLEST, both / (2 * table.points()));
        }
    }

    private Gaussian gaussian(int row) {
        double[] squared = new double[table.points() - 1];
        if (token.isCancelled()) {
            return new Gaussian(1, 0, 1);
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < squared.length; i++) {
            squared[i] = table.get(row, i < row ? i : i + 1);
            nearest = Math.min(nearest, squared[i]);
        }
        return bisected(nearest, squared);
    }

    private Gaussian bisected(double nearest, double... squared) {
        double precision = 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double sum = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            sum = 0;
            double weighted = 0;
            for (double value : squared) {
                double excess = value - nearest;
                double density = Math.exp(-precision * excess);
                sum += density;
                weighted += excess * density;
            }
            double surplus = Math.log(sum) + precision * weighted / sum - entropy;
            if (Math.abs(surplus) <= TOLERANCE || step == MOST_STEPS - 1) {
                break;
            }
            if (surplus > 0) {
                low = precision;
                precision = Double.isInfinite(high) ? 2 * precision : (precision + high) / 2;
            } else {
                high = precision;
                precision = low == 0 ? precision / 2 : (precision + low) / 2;
            }
        }
        return new Gaussian(precision, nearest, sum);
    }
}
