package org.dwastudio.metric.feature;

import java.util.List;
import java.util.Objects;

/**
 * Features of some images, one row per image. The values are handed over, not copied: the caller must not write to them
 * afterwards.
 *
 * @param rows number of images, at least 0
 * @param columns number of features, at least 1
 * @param values [rows, columns], row by row
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity on purpose: measured data, not a value.
public record FeatureMatrix(int rows, int columns, float[] values) {
    public FeatureMatrix {
        if (rows < 0 || columns < 1 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(values.length + " numbers are no [" + rows + ", " + columns + "]");
        }
    }

    /**
     * Returns the rows of some matrices below each other.
     *
     * @param parts one or more matrices with equally many columns
     */
    public static FeatureMatrix joined(List<FeatureMatrix> parts) {
        int rows = parts.stream().mapToInt(FeatureMatrix::rows).sum();
        int columns = parts.get(0).columns();
        float[] values = new float[Math.multiplyExact(rows, columns)];
        int at = 0;
        for (FeatureMatrix part : parts) {
            System.arraycopy(part.values(), 0, values, at, part.values().length);
            at += part.values().length;
        }
        return new FeatureMatrix(rows, columns, values);
    }

    /**
     * Returns some rows.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public FeatureMatrix select(int... wanted) {
        float[] selected = new float[Math.multiplyExact(wanted.length, columns)];
        for (int i = 0; i < wanted.length; i++) {
            System.arraycopy(values, Objects.checkIndex(wanted[i], rows) * columns, selected, i * columns, columns);
        }
        return new FeatureMatrix(wanted.length, columns, selected);
    }

    /** Returns the rows scaled to length 1. A row of zeros has no direction and stays zero. */
    public FeatureMatrix unitRows() {
        float[] units = new float[values.length];
        for (int row = 0; row < rows; row++) {
            double squares = inner(row, this, row);
            double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                units[i] = (float) (values[i] * scale);
            }
        }
        return new FeatureMatrix(rows, columns, units);
    }

    /** Returns the inner product of a row and a row of a matrix with equally many columns. */
    public double inner(int row, FeatureMatrix other, int otherRow) {
        int from = row * columns;
        int end = from + columns;
        float[] b = other.values;
        int j = otherRow * columns;
        // Four independent sums: a single one would wait for each addition.
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = from;
        for (; i + 3 < end; i += 4, j += 4) {
            sum0 += values[i] * (double) b[j];
            sum1 += values[i + 1] * (double) b[j + 1];
            sum2 += values[i + 2] * (double) b[j + 2];
            sum3 += values[i + 3] * (double) b[j + 3];
        }
        for (; i < end; i++, j++) {
            sum0 += values[i] * (double) b[j];
        }
        return sum0 + sum1 + sum2 + sum3;
    }

    /** Returns the squared Euclidean distance of a row to a row of a matrix with equally many columns. */
    public double squaredDistance(int row, FeatureMatrix other, int otherRow) {
        int from = row * columns;
        int end = from + columns;
        float[] b = other.values;
        int j = otherRow * columns;
        double sum0 = 0;
        double sum1 = 0;
        int i = from;
        for (; i + 1 < end; i += 2, j += 2) {
            double d0 = values[i] - (double) b[j];
            double d1 = values[i + 1] - (double) b[j + 1];
            sum0 += d0 * d0;
            sum1 += d1 * d1;
        }
        if (i < end) {
            double last = values[i] - (double) b[j];
            sum0 += last * last;
        }
        return sum0 + sum1;
    }
}
