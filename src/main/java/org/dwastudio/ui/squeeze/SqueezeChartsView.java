package org.dwastudio.ui.squeeze;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.stage.ProgressTiles;

/** View of a teacher's training progress: figures, loss chart and accuracy chart. */
public final class SqueezeChartsView {
    private static final double PERCENT = 100;
    private static final double LEAST_CHART_HEIGHT = 150;

    private final SqueezeViewModel model;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();

    public SqueezeChartsView(SqueezeViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        LiveChart loss = lossChart(model.curves());
        LiveChart accuracy = accuracyChart(model.curves());
        for (LiveChart chart : List.of(loss, accuracy)) {
            chart.setMinHeight(LEAST_CHART_HEIGHT);
            VBox.setVgrow(chart, Priority.ALWAYS);
        }
        node.getStyleClass().add("stage-charts");
        node.getChildren().addAll(tiles(), loss, accuracy);
    }

    public VBox node() {
        return node;
    }

    private HBox tiles() {
        return new ProgressTiles(model.progress(), model.work().stateProperty(), texts, lifetime)
                .addEpoch()
                .add("squeeze.figure.best", this::bestText, model.bestAccuracyProperty())
                .addSpeed("squeeze.figure.speed", model::imagesPerSecond)
                .addTimeLeft()
                .node();
    }

    private String bestText() {
        OptionalDouble best = model.bestAccuracyProperty().get();
        return best.isPresent() ? texts.format("squeeze.percent", PercentText.of(best.getAsDouble())) : "";
    }

    private LiveChart lossChart(SqueezeCurves curves) {
        LiveChart chart = new LiveChart(texts.get("chart.loss"), texts.bundle());
        chart.setId("squeeze-loss");
        curves.trainingLoss().nameProperty().set(texts.get("squeeze.chart.trainingLoss"));
        chart.scaleSwitchShownProperty().set(true);
        chart.logarithmicProperty().bindBidirectional(curves.logarithmicProperty());
        lifetime.onEnd(() -> chart.logarithmicProperty().unbindBidirectional(curves.logarithmicProperty()));
        chart.getSeries().setAll(curves.trainingLoss());
        return overEpochs(chart, curves);
    }

    private LiveChart accuracyChart(SqueezeCurves curves) {
        LiveChart chart = new LiveChart(texts.get("squeeze.chart.accuracy"), texts.bundle());
        chart.setId("squeeze-accuracy");
        chart.emptyMaxProperty().set(PERCENT);
        curves.trainingAccuracy().nameProperty().set(texts.get("squeeze.chart.training"));
        curves.testAccuracy().nameProperty().set(texts.get("squeeze.chart.test"));
        chart.getSeries().setAll(curves.trainingAccuracy(), curves.testAccuracy());
        return overEpochs(chart, curves);
    }

    private LiveChart overEpochs(LiveChart chart, SqueezeCurves curves) {
        chart.xMinProperty().set(0);
        chart.xMaxProperty().bind(curves.epochsProperty());
        lifetime.onEnd(() -> {
            chart.xMaxProperty().unbind();
            chart.getSeries().clear();
        });
        return chart;
    }
}
