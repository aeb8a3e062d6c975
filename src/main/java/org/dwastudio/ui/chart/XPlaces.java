package org.dwastudio.ui.chart;

import java.util.List;

/**
 * Places on the x axis of a chart, in the values of x.
 *
 * @param marker current position, NaN for none
 * @param lookedAt earlier position whose values are shown, after which the curves fade; NaN for the newest
 * @param marks changes by hand
 * @param unit length of one unit of the labels, such as 60 for minutes when x is in seconds
 */
record XPlaces(double marker, double lookedAt, List<Double> marks, double unit) {
    static final XPlaces NONE = new XPlaces(Double.NaN, Double.NaN, List.of(), 1);

    XPlaces {
        marks = List.copyOf(marks);
    }
}
