package org.dwastudio.metric.feature;

import org.ejml.data.DMatrixRMaj;

/**
 * Gram matrix, the inner products of the rows of a feature matrix.
 *
 * @param values ZZᵀ, [n, n]
 */
public record GramMatrix(DMatrixRMaj values) {

    /**
     * Computes the matrix of some features.
     *
     * @param features Z, n rows
     */
    public static GramMatrix of(FeatureMatrix features) {
        int n = features.rows();
        DMatrixRMaj values = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double product = features.inner(i, features, j);
                values.unsafe_set(i, j, product);
                values.unsafe_set(j, i, product);
            }
        }
        return new GramMatrix(values);
    }

    /** Returns n, the number of rows. */
    public int size() {
        return values.getNumRows();
    }

    /** Returns the mean inner product of two different rows; NaN for a single row. */
    public double meanOffDiagonal() {
        int n = size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * values.unsafe_get(i, j);
            }
        }
        return sum / (n * (n - 1.0));
    }
}
