package org.dwastudio.metric.feature;

/** Distance of two rows. */
public enum RowDistance {
    /** 1 − cosine, 0 to 2; 1 if a row is all zero. */
    COSINE {
        @Override
        FeatureMatrix prepared(FeatureMatrix matrix) {
            return matrix.unitRows();
        }

        @Override
        double between(FeatureMatrix queries, int query, FeatureMatrix rows, int row) {
            // Rounding takes the cosine of equal rows past 1.
            return Math.max(0, 1 - queries.inner(query, rows, row));
        }
    },
    /** Euclidean distance, at least 0. */
    EUCLIDEAN {
        @Override
        FeatureMatrix prepared(FeatureMatrix matrix) {
            return matrix;
        }

        @Override
        double between(FeatureMatrix queries, int query, FeatureMatrix rows, int row) {
            return Math.sqrt(queries.squaredDistance(query, rows, row));
        }
    };

    /** Returns the matrix in the form that {@link #between} takes. */
    abstract FeatureMatrix prepared(FeatureMatrix matrix);

    /** Returns the distance of two rows of prepared matrices. */
    abstract double between(FeatureMatrix queries, int query, FeatureMatrix rows, int row);
}
