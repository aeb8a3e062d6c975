package org.dwastudio.ui.chart;

import java.util.List;
import org.dwastudio.ui.control.NumberText;

/** Text of a chart for screen readers: its title, and the last value of every visible curve. */
final class ChartText {
    private ChartText() {}

    static String of(String title, List<ChartSeries> series) {
        StringBuilder words = new StringBuilder(title);
        for (ChartSeries one : series) {
            int last = one.size() - 1;
            if (last >= 0 && !one.isFaint() && one.visibleProperty().get()) {
                words.append(", ")
                        .append(one.nameProperty().get())
                        .append(' ')
                        .append(NumberText.rounded(one.y(last), 4))
                        .append(" (")
                        .append(NumberText.rounded(one.x(last), 6))
                        .append(')');
            }
        }
        return words.toString();
    }
}
