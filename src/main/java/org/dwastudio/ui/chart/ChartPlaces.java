package org.dwastudio.ui.chart;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Marked places of the x axis of a chart, with its unit and name. FX thread only. */
public final class ChartPlaces {
    private final DoubleProperty marker = new SimpleDoubleProperty(this, "marker", Double.NaN);
    private final DoubleProperty lookedAt = new SimpleDoubleProperty(this, "lookedAt", Double.NaN);
    private final DoubleProperty unit = new SimpleDoubleProperty(this, "unit", 1);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObservableList<Double> marks = FXCollections.observableArrayList();

    /** @param whenChanged redraws the chart */
    ChartPlaces(Runnable whenChanged) {
        List.of(marker, lookedAt, unit).forEach(place -> place.subscribe((old, now) -> whenChanged.run()));
        marks.addListener((ListChangeListener<Double>) change -> whenChanged.run());
    }

    /** Returns the x of the vertical line that marks the current position; NaN for none. */
    public DoubleProperty markerProperty() {
        return marker;
    }

    /** Returns the earlier x whose values the legend shows, and after which the curves fade; NaN for the newest. */
    public DoubleProperty lookedAtProperty() {
        return lookedAt;
    }

    /** Returns the length of a unit of the labels, 1 at first; 60 shows seconds as minutes. */
    public DoubleProperty unitProperty() {
        return unit;
    }

    /** Returns the name of the axis, which an exported chart contains. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Returns the x of the changes by hand. */
    public ObservableList<Double> marks() {
        return marks;
    }

    XPlaces now() {
        return new XPlaces(marker.get(), lookedAt.get(), marks, unit.get());
    }
}
