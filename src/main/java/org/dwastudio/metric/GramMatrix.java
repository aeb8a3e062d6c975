package org.dwastudio.metric;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Gram matrix, the inner products of the images of a class.
 *
 * @param values ẐẐᵀ, [n, n]
 */
record GramMatrix(DMatrixRMaj values) {

    /**
     * Computes the matrix of some rows.
     *
     * @param rows Ẑ, n rows of equal length
     */
    static GramMatrix of(List<float[]> rows) {
        int n = rows.size();
        DMatrixRMaj values = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double product = inner(rows.get(i), rows.get(j));
                values.unsafe_set(i, j, product);
                values.unsafe_set(j, i, product);
            }
        }
        return new GramMatrix(values);
    }

    int size() {
        return values.getNumRows();
    }

    /** Returns (‖Σẑ‖² − n) / (n(n − 1)), with the sum of the diagonal in place of the first n. */
    double meanOffDiagonal() {
        int n = size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * values.unsafe_get(i, j);
            }
        }
        return sum / (n * (n - 1.0));
    }

    /** Computes an inner product with four independent sums, because a single one would wait for each addition. */
    private static double inner(float[] a, float[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            sum0 += a[i] * (double) b[i];
            sum1 += a[i + 1] * (double) b[i + 1];
            sum2 += a[i + 2] * (double) b[i + 2];
            sum3 += a[i + 3] * (double) b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * (double) b[i];
        }
        return sum0 + sum1 + sum2 + sum3;
    }
}
