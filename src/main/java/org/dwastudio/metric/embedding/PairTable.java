package org.dwastudio.metric.embedding;

/**
 * One number for every pair of points, in single precision: the triangle above the diagonal, row by row.
 *
 * @param points number of points
 * @param values points (points − 1) / 2 numbers
 */
@SuppressWarnings("ArrayRecordComponent") // Filled in place, never compared.
record PairTable(int points, float[] values) {

    /** Creates a table of zeros. */
    static PairTable of(int points) {
        return new PairTable(points, new float[Math.multiplyExact(points, points - 1) / 2]);
    }

    /** Returns the place of (row, row + 1); that of (row, other) lies other − row − 1 behind it. */
    int start(int row) {
        return row * (2 * points - row - 1) / 2;
    }

    /** Returns the number of a pair of different points, in any order. */
    float get(int one, int other) {
        return one < other ? values[start(one) + other - one - 1] : values[start(other) + one - other - 1];
    }
}
