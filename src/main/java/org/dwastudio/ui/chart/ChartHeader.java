package org.dwastudio.ui.chart;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dwastudio.ui.control.HelpTooltip;

/** Header of a chart: its title and its legend. */
final class ChartHeader extends HBox {
    private final Label title = new Label();

    ChartHeader(String text, ChartLegend legend) {
        title.setText(text);
        title.getStyleClass().add("chart-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("chart-header");
        HBox.setHgrow(legend, Priority.ALWAYS);
        getChildren().addAll(title, legend);
    }

    StringProperty titleProperty() {
        return title.textProperty();
    }

    void explain(String help) {
        title.setTooltip(new HelpTooltip(help));
    }
}
