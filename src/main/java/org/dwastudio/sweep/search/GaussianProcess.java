package org.dwastudio.sweep.search;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Gaussian process of scores with a Matérn 5/2 kernel (Rasmussen and Williams 2006). The length of the kernel is the
 * one of a few with the largest marginal likelihood.
 */
final class GaussianProcess {
    private static final List<Double> LENGTHS = List.of(0.1, 0.2, 0.4, 0.8, 1.6);
    private static final double NOISE = 0.05;
    private static final NormalDistribution STANDARD = new NormalDistribution();

    private final double[][] points;
    private final double length;
    private final double mean;
    private final double scale;
    private final DecompositionSolver solver;
    private final RealVector weights;
    private final double best;

    private GaussianProcess(double[][] points, double length, double mean, double scale, Fit fit, double best) {
        this.points = points;
        this.length = length;
        this.mean = mean;
        this.scale = scale;
        this.solver = fit.solver();
        this.weights = fit.weights();
        this.best = best;
    }

    private record Fit(DecompositionSolver solver, RealVector weights, double likelihood) {}

    /**
     * Fits a process.
     *
     * @param points one or more
     * @param scores one per point, finite
     */
    static GaussianProcess fit(double[][] points, double... scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        double mean = sum / scores.length;
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        double scale = squares == 0 ? 1 : Math.sqrt(squares / scores.length);
        RealVector standard = new ArrayRealVector(scores.length);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            standard.setEntry(i, (scores[i] - mean) / scale);
            best = Math.max(best, scores[i]);
        }
        double length = LENGTHS.get(0);
        Fit chosen = fit(points, standard, length);
        for (double candidate : LENGTHS.subList(1, LENGTHS.size())) {
            Fit fit = fit(points, standard, candidate);
            if (fit.likelihood() > chosen.likelihood()) {
                chosen = fit;
                length = candidate;
            }
        }
        return new GaussianProcess(points, length, mean, scale, chosen, best);
    }

    private static Fit fit(double[][] points, RealVector scores, double length) {
        int count = points.length;
        RealMatrix kernel = new Array2DRowRealMatrix(count, count);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                kernel.setEntry(i, j, kernel(points[i], points[j], length) + (i == j ? NOISE : 0));
            }
        }
        CholeskyDecomposition decomposition = new CholeskyDecomposition(kernel);
        DecompositionSolver solver = decomposition.getSolver();
        RealVector weights = solver.solve(scores);
        double logDeterminant = 0;
        for (int i = 0; i < count; i++) {
            logDeterminant += 2 * Math.log(decomposition.getL().getEntry(i, i));
        }
        return new Fit(solver, weights, -0.5 * scores.dotProduct(weights) - 0.5 * logDeterminant);
    }

    private static double kernel(double[] a, double[] b, double length) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        double distance = Math.sqrt(5 * squares) / length;
        return (1 + distance + distance * distance / 3) * Math.exp(-distance);
    }

    /** Returns the expected score at a point. */
    double meanAt(double... point) {
        return mean + scale * covariances(point).dotProduct(weights);
    }

    /** Returns the standard deviation of the score at a point. */
    double deviationAt(double... point) {
        RealVector covariances = covariances(point);
        return scale * Math.sqrt(Math.max(0, 1 - covariances.dotProduct(solver.solve(covariances))));
    }

    /** Returns the expected improvement over the best score so far (Jones et al. 1998). */
    double improvementAt(double... point) {
        double deviation = deviationAt(point);
        double gain = meanAt(point) - best;
        if (deviation < 1e-12) {
            return Math.max(0, gain);
        }
        double z = gain / deviation;
        return gain * STANDARD.cumulativeProbability(z) + deviation * STANDARD.density(z);
    }

    private RealVector covariances(double... point) {
        RealVector covariances = new ArrayRealVector(points.length);
        for (int i = 0; i < points.length; i++) {
            covariances.setEntry(i, kernel(points[i], point, length));
        }
        return covariances;
    }
}
