package org.dwastudio.metric;

import org.dwastudio.metric.feature.GramMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Vendi score, exp(−Σ λ log λ) over the eigenvalues λ of a Gram matrix divided by n; reuses its work space between
 * classes.
 */
final class VendiScore {
    private static final boolean SYMMETRIC = true;
    private static final boolean WITH_VECTORS = false;

    private final EigenDecomposition_F64<DMatrixRMaj> decomposition =
            DecompositionFactory_DDRM.eig(1, WITH_VECTORS, SYMMETRIC);

    /** Returns a score between 1 (all rows equal) and n (all rows orthogonal); NaN if the matrix contains NaN. */
    double of(GramMatrix gram) {
        DMatrixRMaj scaled = gram.values().copy();
        CommonOps_DDRM.divide(scaled, gram.size());
        if (MatrixFeatures_DDRM.hasUncountable(scaled)) {
            return Double.NaN;
        }
        if (gram.size() == 1) {
            // A float length of one is only approximately one; a chart of a single column would show nothing but this
            // rounding.
            return 1;
        }
        if (!decomposition.decompose(scaled)) {
            return Double.NaN;
        }
        double entropy = 0;
        for (int i = 0; i < decomposition.getNumberOfEigenvalues(); i++) {
            double eigenvalue = decomposition.getEigenvalue(i).getReal();
            // Rounding leaves some of the zeros just below zero.
            if (eigenvalue > 0) {
                entropy -= eigenvalue * Math.log(eigenvalue);
            }
        }
        return Math.exp(entropy);
    }
}
