package org.dwastudio.ui.comparison;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.event.Metric;
import org.dwastudio.report.page.Curve;
import org.dwastudio.stage.comparison.Caution;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.chart.ReferenceLine;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.theme.ChartColor;

/** View of the curves of all runs over common axes, with a choice of the metric. */
final class CurvesView {
    private final ComparisonViewModel model;
    private final Messages texts;
    private final ObjectProperty<CurveMetric> metric =
            new SimpleObjectProperty<>(this, "metric", CurveMetric.CROSS_ENTROPY);
    private final LiveChart chart;
    private final Label axis = new Label();
    private final Label caution = new Label();
    private final VBox node;

    CurvesView(ComparisonViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        chart = new LiveChart("", texts.bundle());
        chart.setId("comparison-chart");
        chart.setMinHeight(0);
        chart.setOnPicked(this::pick);
        ChoiceButton<CurveMetric> choice = new ChoiceButton<>(
                List.of(CurveMetric.values()), one -> texts.get("comparison.metric." + one.key()), metric, lifetime);
        choice.setId("comparison-metric");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        axis.getStyleClass().add("muted");
        HBox head = new HBox(choice, axis);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("comparison-curves-head");
        caution.getStyleClass().add("comparison-caution");
        caution.setWrapText(true);
        caution.setMinHeight(Region.USE_PREF_SIZE);
        // The choice stands where the chart has its title.
        head.setPickOnBounds(false);
        head.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(head, Pos.TOP_LEFT);
        StackPane plot = new StackPane(chart, head);
        VBox.setVgrow(plot, Priority.ALWAYS);
        node = new VBox(plot, caution);
        node.getStyleClass().add("comparison-curves");
        node.setMinHeight(0);
        lifetime.follow(metric, now -> chart.logarithmicProperty().set(now.isLoss()));
        lifetime.follow(this::show, model.contentProperty(), metric);
        lifetime.follow(
                this::showMarker,
                metric,
                model.line().positionProperty(),
                model.line().lineProperty());
    }

    VBox node() {
        return node;
    }

    private void show() {
        CurveMetric shown = metric.get();
        ComparisonContent content = model.contentProperty().get();
        chart.setAccessibleHelp(texts.get("comparison.metric." + shown.key()));
        chart.scaleSwitchShownProperty().set(shown.isLoss());
        axis.setText(texts.get(shown.isLoss() ? "comparison.axis.iteration" : "comparison.axis.step"));
        List<RunContent> runs = content.runs();
        chart.getSeries().clear();
        for (int place = 0; place < runs.size(); place++) {
            chart.getSeries().add(series(runs.get(place), place, shown));
        }
        List<Caution> cautions = content.comparison()
                .map(comparison ->
                        shown.cautions().stream().filter(comparison::has).toList())
                .orElse(List.of());
        boolean measured = chart.getSeries().stream().anyMatch(one -> one.size() > 0);
        caution.setText(
                measured
                        ? cautions.stream()
                                .map(one -> texts.get("comparison.caution." + one.key()))
                                .collect(Collectors.joining(" "))
                        : texts.get("comparison.curves.none"));
        Visibility.show(caution, !caution.getText().isEmpty());
        chart.getReferenceLines().clear();
        if (cautions.isEmpty() && !shown.isLoss()) {
            real(runs, shown).ifPresent(value -> chart.getReferenceLines()
                    .add(new ReferenceLine(
                            texts.get("evaluation.set.random-real"), value, ChartAxis.LEFT, ChartColor.ORANGE)));
        }
    }

    private static ChartSeries series(RunContent run, int place, CurveMetric metric) {
        ChartSeries series = new ChartSeries(run.run().label(), RunColor.of(place), ChartAxis.LEFT);
        for (Curve.Point point : metric.points(run.curves())) {
            series.append(point.x(), point.y());
        }
        return series;
    }

    private static OptionalDouble real(List<RunContent> runs, CurveMetric shown) {
        Metric metric = shown == CurveMetric.VENDI ? Metric.REAL_VENDI_SCORE : Metric.REAL_WITHIN_CLASS_COSINE;
        return runs.stream()
                .map(run -> run.curves().newest(metric))
                .flatMapToDouble(OptionalDouble::stream)
                .findFirst();
    }

    /** The place of the time line is marked where all curves have it at the same iteration. */
    private void showMarker() {
        ComparisonLine line = model.line().lineProperty().get();
        boolean marked =
                metric.get().isLoss() && !line.percent() && !line.stops().isEmpty();
        chart.markerProperty().set(marked ? model.line().positionProperty().get() : Double.NaN);
    }

    private void pick(double x) {
        if (metric.get().isLoss() && !model.line().lineProperty().get().percent()) {
            model.line().lookAt(x);
        }
    }
}
