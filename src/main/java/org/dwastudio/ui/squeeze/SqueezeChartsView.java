package org.dwastudio.ui.squeeze;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.FigureTile;
import org.dwastudio.ui.control.LiveChart;
import org.dwastudio.ui.screen.Durations;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.synthesis.RunState;

/** How a training goes: figures, loss, accuracy. */
public final class SqueezeChartsView {
    private static final double LEAST_CHART_HEIGHT = 150;

    private final SqueezeViewModel model;
    private final Texts texts;
    private final Lifetime lifetime;
    private final VBox node = new VBox();

    public SqueezeChartsView(SqueezeViewModel model, Texts texts, Lifetime lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        LiveChart loss = lossChart(model.curves());
        LiveChart accuracy = accuracyChart(model.curves());
        for (LiveChart chart : List.of(loss, accuracy)) {
            chart.setMinHeight(LEAST_CHART_HEIGHT);
            VBox.setVgrow(chart, Priority.ALWAYS);
        }
        node.getStyleClass().add("squeeze-charts");
        node.getChildren().addAll(tiles(), loss, accuracy);
    }

    public VBox node() {
        return node;
    }

    private HBox tiles() {
        FigureTile epoch = tile("squeeze.figure.epoch");
        FigureTile best = tile("squeeze.figure.best");
        FigureTile speed = tile("squeeze.figure.speed");
        FigureTile left = tile("squeeze.figure.left");
        SqueezeProgress progress = model.progress();
        lifetime.follow(progress.placeProperty(), place -> epoch.valueProperty()
                .set(place.map(now -> texts.format(
                                "figure.ofMost", Integer.toString(now.epoch()), Integer.toString(now.epochs())))
                        .orElse(texts.get("figure.none"))));
        lifetime.follow(progress.bestAccuracyProperty(), accuracy -> best.valueProperty()
                .set(
                        accuracy.isPresent()
                                ? texts.format("squeeze.percent", PercentText.of(accuracy.getAsDouble()))
                                : texts.get("figure.none")));
        lifetime.follow(
                () -> {
                    speed.valueProperty().set(speedText(progress.imagesPerSecond()));
                    left.valueProperty().set(leftText(progress));
                },
                progress.stepsPerSecondProperty(),
                progress.placeProperty(),
                model.stateProperty());
        HBox tiles = new HBox(epoch, best, speed, left);
        tiles.getStyleClass().add("figures");
        return tiles;
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

    private String leftText(SqueezeProgress progress) {
        OptionalDouble seconds = progress.secondsLeft();
        boolean goesOn = model.stateProperty().get() == RunState.RUNNING;
        return goesOn && seconds.isPresent()
                ? Durations.inWords(seconds.getAsDouble(), texts)
                : texts.get("figure.none");
    }

    private LiveChart lossChart(SqueezeCurves curves) {
        LiveChart chart = new LiveChart(texts.get("chart.loss"), texts.bundle());
        chart.setId("squeeze-loss");
        curves.trainingLoss().nameProperty().set(texts.get("squeeze.chart.trainingLoss"));
        chart.scaleSwitchShownProperty().set(true);
        chart.logarithmicProperty().bindBidirectional(curves.logarithmicProperty());
        lifetime.whenOver(() -> chart.logarithmicProperty().unbindBidirectional(curves.logarithmicProperty()));
        chart.getSeries().setAll(curves.trainingLoss());
        return overEpochs(chart, curves);
    }

    private LiveChart accuracyChart(SqueezeCurves curves) {
        LiveChart chart = new LiveChart(texts.get("squeeze.chart.accuracy"), texts.bundle());
        chart.setId("squeeze-accuracy");
        curves.trainingAccuracy().nameProperty().set(texts.get("squeeze.chart.training"));
        curves.testAccuracy().nameProperty().set(texts.get("squeeze.chart.test"));
        chart.getSeries().setAll(curves.trainingAccuracy(), curves.testAccuracy());
        return overEpochs(chart, curves);
    }

    private LiveChart overEpochs(LiveChart chart, SqueezeCurves curves) {
        chart.xMinProperty().set(0);
        chart.xMaxProperty().bind(curves.epochsProperty());
        lifetime.whenOver(() -> {
            chart.xMaxProperty().unbind();
            chart.getSeries().clear();
        });
        return chart;
    }
}
