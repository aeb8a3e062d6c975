package org.dwastudio.ui.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * Charts over the same x axis: they share the place under the mouse, and the margins of their plots, so that cursors
 * line up. FX thread only.
 */
public final class ChartGroup {
    private final Map<LiveChart, ChartPlot.Margins> charts = new LinkedHashMap<>();
    private final ReadOnlyDoubleWrapper pointed = new ReadOnlyDoubleWrapper(this, "pointed", Double.NaN);

    /** Adds a chart. */
    public void add(LiveChart chart) {
        charts.put(chart, ChartPlot.Margins.NONE);
        chart.join(this);
    }

    /** Returns the x under the mouse, NaN while the mouse is over no chart. */
    public ReadOnlyDoubleProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Moves the cursor of all charts; NaN removes it. */
    void point(double x) {
        if (Double.compare(pointed.get(), x) != 0) {
            pointed.set(x);
            charts.keySet().forEach(LiveChart::pointedElsewhere);
        }
    }

    /** Notes the margins that a chart needs, and returns those that all take. */
    ChartPlot.Margins aligned(LiveChart chart, ChartPlot.Margins needed) {
        ChartPlot.Margins before = all();
        charts.put(chart, needed);
        ChartPlot.Margins now = all();
        if (!now.equals(before)) {
            charts.keySet().stream().filter(other -> other != chart).forEach(LiveChart::requestLayoutOfPlot);
        }
        return now;
    }

    private ChartPlot.Margins all() {
        return charts.values().stream().reduce(ChartPlot.Margins.NONE, ChartPlot.Margins::max);
    }
}
