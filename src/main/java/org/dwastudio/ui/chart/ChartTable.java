package org.dwastudio.ui.chart;

import org.apache.commons.csv.CSVFormat;

/** Points of the visible curves of a chart as CSV with the columns curve, x and y. Numbers are not rounded. */
final class ChartTable {
    private ChartTable() {}

    static String csv(Iterable<ChartSeries> curves) {
        CSVFormat format = CSVFormat.RFC4180;
        StringBuilder text = new StringBuilder("curve,x,y" + format.getRecordSeparator());
        for (ChartSeries curve : curves) {
            if (curve.visibleProperty().get()) {
                for (int i = 0; i < curve.size(); i++) {
                    text.append(format.format(curve.nameProperty().get(), curve.x(i), curve.y(i)))
                            .append(format.getRecordSeparator());
                }
            }
        }
        return text.toString();
    }
}
