package org.dwastudio.ui.chart;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/**
 * Legend of a chart: the switch between scales, the strength of the smoothing, and the names of the curves in their
 * colors, each of which toggles its curve. Optionally it shows the value of every curve next to its name.
 */
final class ChartLegend extends FlowPane {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    /** Style class of an entry with room for a value. */
    private static final String WITH_VALUE = "chart-entry";

    private final ResourceBundle texts;
    private final BooleanProperty logarithmic;
    private final BooleanProperty scaleSwitchShown;
    private final ObjectProperty<Smoothing> smoothing;
    private final Map<String, Label> values = new HashMap<>();
    private boolean showsValues;
    private final List<Runnable> detachments = new ArrayList<>();

    ChartLegend(
            ResourceBundle texts,
            BooleanProperty logarithmic,
            BooleanProperty scaleSwitchShown,
            ObjectProperty<Smoothing> smoothing) {
        this.smoothing = smoothing;
        this.texts = texts;
        this.logarithmic = logarithmic;
        this.scaleSwitchShown = scaleSwitchShown;
        getStyleClass().add("chart-legends");
    }

    /** Shows values next to the names from the next call of {@link #show} on. */
    void setShowsValues() {
        showsValues = true;
    }

    /** Shows the values of curves; those without a reading have none. */
    void showValues(List<ChartReader.Reading> readings) {
        values.forEach((name, label) -> {
            String text = readings.stream()
                    .filter(reading -> reading.name().equals(name))
                    .findFirst()
                    .map(reading -> String.format(Locale.ROOT, "%.3g", reading.y()))
                    .orElse("");
            if (!text.equals(label.getText())) {
                label.setText(text);
            }
        });
    }

    void show(ObservableList<ChartSeries> series) {
        detachments.forEach(Runnable::run);
        detachments.clear();
        values.clear();
        List<Node> entries = series.stream()
                .filter(one -> !one.isFaint())
                .map(one -> showsValues ? withValue(one) : entry(one))
                .toList();
        getChildren().clear();
        if (scaleSwitchShown.get()) {
            addEntry(scaleSwitch());
            addEntry(smoothingSwitch());
        }
        for (Node entry : entries) {
            addEntry(entry);
        }
    }

    /** Adds an entry behind a dot; room for a value separates entries by itself. */
    private void addEntry(Node entry) {
        boolean isSeparated = entry.getStyleClass().contains(WITH_VALUE);
        if (!getChildren().isEmpty() && !isSeparated) {
            Label separator = new Label("·");
            separator.getStyleClass().add("chart-separator");
            getChildren().add(separator);
        }
        getChildren().add(entry);
    }

    private Node withValue(ChartSeries series) {
        Label value = new Label();
        value.getStyleClass().add("chart-value");
        values.put(series.nameProperty().get(), value);
        HBox entry = new HBox(entry(series), value);
        entry.getStyleClass().add(WITH_VALUE);
        return entry;
    }

    private Node entry(ChartSeries series) {
        Hyperlink entry = link("chart-legend");
        entry.getStyleClass().add(series.ink().styleClass());
        entry.textProperty().bind(series.nameProperty());
        entry.setTooltip(new Tooltip(texts.getString("control.chart.hide")));
        entry.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        entry.setOnAction(
                event -> series.visibleProperty().set(!series.visibleProperty().get()));
        ChangeListener<Boolean> mark = (observable, was, visible) -> entry.pseudoClassStateChanged(OFF, !visible);
        series.visibleProperty().addListener(mark);
        detachments.add(() -> series.visibleProperty().removeListener(mark));
        mark.changed(series.visibleProperty(), true, series.visibleProperty().get());
        return entry;
    }

    private Hyperlink scaleSwitch() {
        Hyperlink button = link("chart-scale");
        button.setTooltip(new Tooltip(texts.getString("control.chart.switchScale")));
        button.setText(texts.getString(logarithmic.get() ? "control.chart.logarithmic" : "control.chart.linear"));
        button.setOnAction(event -> logarithmic.set(!logarithmic.get()));
        return button;
    }

    private Hyperlink smoothingSwitch() {
        Hyperlink button = link("chart-scale");
        button.setId("chart-smoothing");
        button.setTooltip(new Tooltip(texts.getString("control.chart.switchSmoothing")));
        button.setText(
                smoothing.get().isNone()
                        ? texts.getString("control.chart.raw")
                        : MessageFormat.format(
                                texts.getString("control.chart.smoothed"),
                                Double.toString(smoothing.get().weight())));
        button.setOnAction(event -> smoothing.set(smoothing.get().next()));
        return button;
    }

    private static Hyperlink link(String styleClass) {
        Hyperlink link = new Hyperlink();
        link.getStyleClass().add(styleClass);
        return link;
    }
}
