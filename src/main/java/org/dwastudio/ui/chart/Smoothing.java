package org.dwastudio.ui.chart;

import java.util.stream.Stream;

/**
 * Exponential smoothing of curves: s ← w s + (1 − w) y, divided by 1 − wⁿ after n points, so that the first points are
 * not drawn toward zero.
 *
 * @param weight share w of the earlier points, 0 (none) to less than 1
 */
record Smoothing(double weight) {
    static final Smoothing NONE = new Smoothing(0);

    Smoothing {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("smoothing of " + weight + " must be 0 or more and less than 1");
        }
    }

    /** Returns the smoothed curve; points that are not finite are left out. */
    ChartSeries of(ChartSeries raw) {
        ChartSeries smoothed = new ChartSeries(raw.nameProperty().get(), raw.ink(), raw.axis());
        double sum = 0;
        double norm = 0;
        for (int i = 0; i < raw.size(); i++) {
            if (Double.isFinite(raw.y(i))) {
                sum = weight * sum + (1 - weight) * raw.y(i);
                norm = weight * norm + 1 - weight;
                smoothed.append(raw.x(i), sum / norm);
            }
        }
        return smoothed;
    }

    /** Returns what is drawn of a curve: the curve itself, or a pale copy and the smoothed curve. */
    Stream<ChartSeries> shown(ChartSeries curve) {
        return curve.isFaint() || isNone() ? Stream.of(curve) : Stream.of(curve.faintCopy(), of(curve));
    }

    boolean isNone() {
        return weight == 0;
    }

    /** Returns the next stronger smoothing, none after the strongest. */
    Smoothing next() {
        if (weight < 0.8) {
            return new Smoothing(0.8);
        }
        return weight < 0.95 ? new Smoothing(0.95) : NONE;
    }
}
