package org.dwastudio.ui.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.ChartSeries;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.control.LiveChart;
import org.dwastudio.ui.evaluation.EvaluationProgress.Place;
import org.dwastudio.ui.screen.Durations;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.synthesis.RunState;

/** How the students learn: figures, accuracy, loss, the queue, and the table of what came out. */
public final class EvaluationChartsView {
    private static final double LEAST_CHART_HEIGHT = 130;

    private final EvaluationViewModel model;
    private final Texts texts;
    private final Lifetime lifetime;
    private final ScrollPane node = new ScrollPane();

    public EvaluationChartsView(EvaluationViewModel model, EvaluationActions actions, Texts texts, Lifetime lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        for (StudentKind kind : StudentKind.all()) {
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
        content.getStyleClass().add("squeeze-charts");
        node.setContent(content);
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.getStyleClass().add("page-scroll");
    }

    public ScrollPane node() {
        return node;
    }

    private HBox tiles() {
        FigureTile student = tile("evaluation.figure.student");
        FigureTile epoch = tile("squeeze.figure.epoch");
        FigureTile speed = tile("evaluation.figure.speed");
        FigureTile left = tile("squeeze.figure.left");
        EvaluationProgress progress = model.progress();
        lifetime.follow(
                () -> {
                    Optional<Place> place = progress.placeProperty().get();
                    student.valueProperty()
                            .set(place.map(now -> ofMost(now.student() + 1, now.students()))
                                    .orElse(texts.get("figure.none")));
                    epoch.valueProperty()
                            .set(place.map(now -> ofMost(now.epoch(), now.epochs()))
                                    .orElse(texts.get("figure.none")));
                    speed.valueProperty()
                            .set(speedText(progress.stepsPerSecondProperty().get()));
                    left.valueProperty().set(leftText(progress));
                },
                progress.placeProperty(),
                progress.stepsPerSecondProperty(),
                model.stateProperty());
        HBox tiles = new HBox(student, epoch, speed, left);
        tiles.getStyleClass().add("figures");
        return tiles;
    }

    private String ofMost(int now, int most) {
        return texts.format("figure.ofMost", Integer.toString(now), Integer.toString(most));
    }

    private FigureTile tile(String key) {
        FigureTile tile = new FigureTile(texts.get(key), texts.get("figure.none"));
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMinWidth(0);
        tile.setPrefWidth(0);
        return tile;
    }

    private String speedText(OptionalDouble speed) {
        return speed.isPresent() ? SpeedText.of(speed.getAsDouble()) : texts.get("figure.none");
    }

    private String leftText(EvaluationProgress progress) {
        OptionalDouble seconds = progress.secondsLeft();
        boolean goesOn = model.stateProperty().get() == RunState.RUNNING;
        return goesOn && seconds.isPresent()
                ? Durations.inWords(seconds.getAsDouble(), texts)
                : texts.get("figure.none");
    }

    private LiveChart accuracyChart() {
        LiveChart chart = new LiveChart(texts.get("evaluation.chart.accuracy"), texts.bundle());
        chart.setId("evaluation-accuracy");
        return overEpochs(chart, model.curves().accuracy());
    }

    private LiveChart lossChart() {
        LiveChart chart = new LiveChart(texts.get("chart.loss"), texts.bundle());
        chart.setId("evaluation-loss");
        chart.scaleSwitchShownProperty().set(true);
        chart.logarithmicProperty().bindBidirectional(model.curves().logarithmicProperty());
        lifetime.whenOver(() ->
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
        lifetime.whenOver(() -> {
            series.removeListener(follow);
            chart.xMaxProperty().unbind();
            chart.getSeries().clear();
        });
        return chart;
    }
}
