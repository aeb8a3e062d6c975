package org.dwastudio.ui.chart;

/**
 * Reduction of a curve to its lowest and highest value in every pixel column, in the order in which they occur. However
 * long the series, the drawing keeps every peak. Buffers are reused.
 */
final class CurveOutline {
    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private int size;
    private double lowest;
    private double highest;

    /**
     * Computes the outline of a series.
     *
     * @param columns number of pixel columns of the x range
     * @param positiveOnly true to omit values that a logarithmic axis cannot show
     */
    void compute(ChartSeries series, double xMin, double xMax, int columns, boolean positiveOnly) {
        begin(columns);
        int column = -1;
        int low = -1;
        int high = -1;
        for (int i = 0; i < series.size(); i++) {
            double x = series.x(i);
            double y = series.y(i);
            if (x < xMin || x > xMax || !Double.isFinite(y) || (positiveOnly && y <= 0)) {
                continue;
            }
            int at = (int) ((x - xMin) / (xMax - xMin) * columns);
            if (at != column) {
                add(series, low, high);
                column = at;
                low = i;
                high = i;
            } else if (y < series.y(low)) {
                low = i;
            } else if (y > series.y(high)) {
                high = i;
            }
        }
        add(series, low, high);
    }

    int size() {
        return size;
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    /** Returns the smallest value, +∞ if there is none. */
    double lowest() {
        return lowest;
    }

    /** Returns the largest value, −∞ if there is none. */
    double highest() {
        return highest;
    }

    private void begin(int columns) {
        size = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        int capacity = 2 * (columns + 2);
        if (xs.length < capacity) {
            xs = new double[capacity];
            ys = new double[capacity];
        }
    }

    private void add(ChartSeries series, int low, int high) {
        if (low < 0) {
            return;
        }
        lowest = Math.min(lowest, series.y(low));
        highest = Math.max(highest, series.y(high));
        addPoint(series, Math.min(low, high));
        if (low != high) {
            addPoint(series, Math.max(low, high));
        }
    }

    private void addPoint(ChartSeries series, int index) {
        xs[size] = series.x(index);
        ys[size] = series.y(index);
        size++;
    }
}
