package org.dwastudio.ui.evaluation;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.ProgressTiles;

/** Training progress of the students: figures, accuracy and loss charts, student queue and result table. */
public final class EvaluationChartsView {
    private static final double PERCENT = 100;
    private static final double LEAST_CHART_HEIGHT = 130;

    private final EvaluationViewModel model;
    private final Messages texts;
    private final Disposables lifetime;
    private final ScrollPane node = new ScrollPane();

    public EvaluationChartsView(
            EvaluationViewModel model, EvaluationHandlers actions, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        for (StudentKind kind : StudentKind.ofEverySet()) {
            model.curves().brightOf(kind).forEach(series -> series.nameProperty()
                    .set(kind.setName(texts)));
        }
        HBox charts = new HBox(accuracyChart(), lossChart());
        charts.getStyleClass().add("figures");
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox content = new VBox(
                tiles(),
                charts,
                new StudentQueueCard(model, texts, lifetime).node(),
                new ResultTableCard(model, actions.copy(), texts, lifetime).node());
        content.getStyleClass().add("stage-charts");
        node.setContent(content);
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.getStyleClass().add("page-scroll");
    }

    public ScrollPane node() {
        return node;
    }

    private HBox tiles() {
        return new ProgressTiles(model.progress(), model.work().stateProperty(), texts, lifetime)
                .addPart("evaluation.figure.student")
                .addEpoch()
                .addSpeed("stage.figure.speed", model.progress().stepsPerSecondProperty()::get)
                .addTimeLeft()
                .node();
    }

    private LiveChart accuracyChart() {
        LiveChart chart = new LiveChart(texts.get("evaluation.chart.accuracy"), texts.bundle());
        chart.setId("evaluation-accuracy");
        chart.emptyMaxProperty().set(PERCENT);
        return overEpochs(chart, model.curves().accuracy());
    }

    private LiveChart lossChart() {
        LiveChart chart = new LiveChart(texts.get("chart.loss"), texts.bundle());
        chart.setId("evaluation-loss");
        chart.scaleSwitchShownProperty().set(true);
        chart.logarithmicProperty().bindBidirectional(model.curves().logarithmicProperty());
        lifetime.onEnd(() ->
                chart.logarithmicProperty().unbindBidirectional(model.curves().logarithmicProperty()));
        return overEpochs(chart, model.curves().loss());
    }

    private LiveChart overEpochs(LiveChart chart, ObservableList<ChartSeries> series) {
        chart.setMinHeight(LEAST_CHART_HEIGHT);
        chart.setPrefWidth(0);
        HBox.setHgrow(chart, Priority.ALWAYS);
        chart.xMinProperty().set(0);
        chart.xMaxProperty().bind(model.curves().epochsProperty());
        chart.getSeries().setAll(List.copyOf(series));
        ListChangeListener<Object> follow = change -> chart.getSeries().setAll(List.copyOf(series));
        series.addListener(follow);
        lifetime.onEnd(() -> {
            series.removeListener(follow);
            chart.xMaxProperty().unbind();
            chart.getSeries().clear();
        });
        return chart;
    }
}
