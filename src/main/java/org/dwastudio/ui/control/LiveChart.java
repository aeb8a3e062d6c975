package org.dwastudio.ui.control;

import java.util.ResourceBundle;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;

/**
 * Curves that grow while one looks: any number of points, drawn on a canvas on the next pulse. The legend in the
 * header hides and shows curves; the mouse reads values. FX thread only.
 */
public final class LiveChart extends Region {
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final BooleanProperty scaleSwitchShown = new SimpleBooleanProperty(this, "scaleSwitchShown", false);
    private final DoubleProperty xMin = new SimpleDoubleProperty(this, "xMin", Double.NaN);
    private final DoubleProperty xMax = new SimpleDoubleProperty(this, "xMax", Double.NaN);
    private final DoubleProperty marker = new SimpleDoubleProperty(this, "marker", Double.NaN);
    private final ObservableList<ChartSeries> series = FXCollections.observableArrayList();
    private final ObservableList<ReferenceLine> referenceLines = FXCollections.observableArrayList();

    /** @param texts holds the keys {@code control.chart.…} */
    public LiveChart(String title, ResourceBundle texts) {
        getStyleClass().addAll("studio-card", "live-chart");
        this.title.set(title);
    }

    public StringProperty titleProperty() {
        return title;
    }

    /** The curves; later ones are drawn over earlier ones. A series belongs to one chart at a time. */
    public ObservableList<ChartSeries> getSeries() {
        return series;
    }

    public ObservableList<ReferenceLine> getReferenceLines() {
        return referenceLines;
    }

    /** Whether the left axis is logarithmic; values that are not positive are then left out. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Whether the header offers to switch between logarithmic and linear. */
    public BooleanProperty scaleSwitchShownProperty() {
        return scaleSwitchShown;
    }

    /** The left end of the x axis; NaN follows the points. */
    public DoubleProperty xMinProperty() {
        return xMin;
    }

    /** The right end of the x axis; NaN follows the points. */
    public DoubleProperty xMaxProperty() {
        return xMax;
    }

    /** Where the vertical line stands that marks the present; NaN for none. */
    public DoubleProperty markerProperty() {
        return marker;
    }
}
