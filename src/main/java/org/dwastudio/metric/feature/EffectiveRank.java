package org.dwastudio.metric.feature;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Effective rank of a matrix (Roy and Vetterli, EUSIPCO 2007): exp(−Σ p log p) over the singular values p, divided by
 * their sum. As in the paper, the matrix is not centered, and the singular values are not squared. Squared singular
 * values of rows of length 1 give the Vendi score instead.
 */
public final class EffectiveRank {
    private static final boolean SYMMETRIC = true;
    private static final boolean WITH_VECTORS = false;
    /** Eigenvalues below this share of the largest one are rounding. */
    private static final double ROUNDING = 1e-14;

    private EffectiveRank() {}

    /**
     * Returns the effective rank of a matrix.
     *
     * @return 1 (all rows parallel) to min(rows, columns), higher is more diverse; 0 if all values are 0; NaN if a value
     *     is NaN or infinite
     * @throws IllegalArgumentException if there are no rows
     */
    public static double of(FeatureMatrix matrix) {
        if (matrix.rows() == 0) {
            throw new IllegalArgumentException("a matrix without rows has no effective rank");
        }
        DMatrixRMaj gram =
                matrix.rows() <= matrix.columns() ? GramMatrix.of(matrix).values() : ofColumns(matrix);
        EigenDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.eig(gram.getNumRows(), WITH_VECTORS, SYMMETRIC);
        if (MatrixFeatures_DDRM.hasUncountable(gram) || !decomposition.decompose(gram)) {
            return Double.NaN;
        }
        double[] singular = new double[decomposition.getNumberOfEigenvalues()];
        double largest = 0;
        for (int i = 0; i < singular.length; i++) {
            singular[i] = decomposition.getEigenvalue(i).getReal();
            largest = Math.max(largest, singular[i]);
        }
        double sum = 0;
        for (int i = 0; i < singular.length; i++) {
            singular[i] = singular[i] > ROUNDING * largest ? Math.sqrt(singular[i]) : 0;
            sum += singular[i];
        }
        return sum == 0 ? 0 : Math.exp(entropy(singular, sum));
    }

    private static double entropy(double[] singular, double sum) {
        double entropy = 0;
        for (double value : singular) {
            if (value > 0) {
                entropy -= value / sum * Math.log(value / sum);
            }
        }
        return entropy;
    }

    private static DMatrixRMaj ofColumns(FeatureMatrix matrix) {
        int columns = matrix.columns();
        DMatrixRMaj gram = new DMatrixRMaj(columns, columns);
        float[] values = matrix.values();
        for (int row = 0; row < matrix.rows(); row++) {
            int from = row * columns;
            for (int i = 0; i < columns; i++) {
                double factor = values[from + i];
                for (int j = 0; j < columns; j++) {
                    gram.data[i * columns + j] += factor * values[from + j];
                }
            }
        }
        return gram;
    }
}
