package org.dwastudio.metric.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components of a feature matrix, fitted once and applied to any further rows.
 *
 * @param mean mean of every feature over the fitted rows
 * @param axes unit vectors by decreasing variance, each with as many values as there are features; the largest value of
 *     an axis by amount is positive
 * @param variances variance of the fitted rows along each axis, with n − 1 in the denominator
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
public record PrincipalComponents(double[] mean, double[][] axes, double[] variances) {
    private static final boolean SYMMETRIC = true;
    private static final boolean WITH_VECTORS = true;

    /** An eigenvalue and its vector. */
    @SuppressWarnings("ArrayRecordComponent") // Made for one sort, never compared.
    private record EigenPair(double value, DMatrixRMaj vector) {}

    /**
     * Fits the components of some rows.
     *
     * @param count number of components, 1 to min(rows, columns)
     * @throws IllegalArgumentException if there are fewer than two rows, too many components are wanted, or a value is
     *     NaN or infinite
     */
    public static PrincipalComponents fit(FeatureMatrix matrix, int count) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        if (rows < 2 || count < 1 || count > Math.min(rows, columns)) {
            throw new IllegalArgumentException(
                    "[" + rows + ", " + columns + "] has no " + count + " principal components");
        }
        double[] mean = mean(matrix);
        double[] centered = centered(matrix, mean);
        boolean byColumns = columns <= rows;
        DMatrixRMaj gram = byColumns ? columnGram(centered, rows, columns) : rowGram(centered, rows, columns);
        List<EigenPair> pairs = largest(gram, count);
        double[][] axes = new double[count][];
        double[] variances = new double[count];
        for (int k = 0; k < count; k++) {
            double[] vector = pairs.get(k).vector().data;
            axes[k] = unit(byColumns ? vector.clone() : combination(centered, vector, columns));
            variances[k] = Math.max(0, pairs.get(k).value()) / (rows - 1);
        }
        return new PrincipalComponents(mean, axes, variances);
    }

    /**
     * Projects rows onto the axes.
     *
     * @param matrix with as many columns as the fitted one
     * @return [rows][components]
     */
    public double[][] project(FeatureMatrix matrix) {
        if (matrix.columns() != mean.length) {
            throw new IllegalArgumentException(matrix.columns() + " features instead of " + mean.length);
        }
        double[][] projected = new double[matrix.rows()][axes.length];
        for (int row = 0; row < matrix.rows(); row++) {
            int from = row * mean.length;
            for (int k = 0; k < axes.length; k++) {
                double sum = 0;
                for (int i = 0; i < mean.length; i++) {
                    sum += (matrix.values()[from + i] - mean[i]) * axes[k][i];
                }
                projected[row][k] = sum;
            }
        }
        return projected;
    }

    private static double[] mean(FeatureMatrix matrix) {
        double[] mean = new double[matrix.columns()];
        for (int at = 0; at < matrix.values().length; at++) {
            mean[at % mean.length] += matrix.values()[at];
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= matrix.rows();
            if (!Double.isFinite(mean[i])) {
                throw new IllegalArgumentException("feature " + i + " is not finite");
            }
        }
        return mean;
    }

    private static double[] centered(FeatureMatrix matrix, double... mean) {
        double[] centered = new double[matrix.values().length];
        for (int at = 0; at < centered.length; at++) {
            centered[at] = matrix.values()[at] - mean[at % mean.length];
        }
        return centered;
    }

    private static DMatrixRMaj columnGram(double[] centered, int rows, int columns) {
        DMatrixRMaj gram = new DMatrixRMaj(columns, columns);
        double[] sums = gram.data;
        IntStream.range(0, columns).parallel().forEach(i -> {
            for (int row = 0; row < rows; row++) {
                int from = row * columns;
                double factor = centered[from + i];
                for (int j = 0; j < columns; j++) {
                    sums[i * columns + j] += factor * centered[from + j];
                }
            }
        });
        return gram;
    }

    private static DMatrixRMaj rowGram(double[] centered, int rows, int columns) {
        DMatrixRMaj gram = new DMatrixRMaj(rows, rows);
        IntStream.range(0, rows).parallel().forEach(i -> {
            for (int j = 0; j < rows; j++) {
                double sum = 0;
                for (int k = 0; k < columns; k++) {
                    sum += centered[i * columns + k] * centered[j * columns + k];
                }
                gram.unsafe_set(i, j, sum);
            }
        });
        return gram;
    }

    private static List<EigenPair> largest(DMatrixRMaj symmetric, int count) {
        EigenDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.eig(symmetric.getNumRows(), WITH_VECTORS, SYMMETRIC);
        if (!decomposition.decompose(symmetric)) {
            throw new IllegalArgumentException("the covariance of the features has no eigenvectors");
        }
        List<EigenPair> pairs = new ArrayList<>();
        for (int i = 0; i < decomposition.getNumberOfEigenvalues(); i++) {
            pairs.add(new EigenPair(decomposition.getEigenvalue(i).getReal(), decomposition.getEigenVector(i)));
        }
        pairs.sort(Comparator.comparingDouble(EigenPair::value).reversed());
        return pairs.subList(0, count);
    }

    /** Returns the sum of the rows with the given weights. */
    private static double[] combination(double[] centered, double[] weights, int columns) {
        double[] sum = new double[columns];
        for (int row = 0; row < weights.length; row++) {
            for (int i = 0; i < columns; i++) {
                sum[i] += weights[row] * centered[row * columns + i];
            }
        }
        return sum;
    }

    /** Scales a vector to length 1 with its largest value positive, in place; zeros stay zeros. */
    private static double[] unit(double... vector) {
        double squares = 0;
        double largest = 0;
        for (double value : vector) {
            squares += value * value;
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        double scale = squares == 0 ? 0 : Math.copySign(1 / Math.sqrt(squares), largest);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
