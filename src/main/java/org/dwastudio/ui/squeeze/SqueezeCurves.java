package org.dwastudio.ui.squeeze;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.RunEvent.StageStarted;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.theme.ChartColor;

/** Loss and accuracy over the epochs of a squeeze; accuracies in percent. FX thread only. */
public final class SqueezeCurves implements RunObserver {
    private static final double PERCENT = 100;

    private final ChartSeries trainingLoss = new ChartSeries("", ChartColor.BLUE, ChartAxis.LEFT);
    private final ChartSeries trainingAccuracy = new ChartSeries("", ChartColor.ORANGE, ChartAxis.LEFT);
    private final ChartSeries testAccuracy = new ChartSeries("", ChartColor.GREEN, ChartAxis.LEFT);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final DoubleProperty epochs = new SimpleDoubleProperty(this, "epochs", 1);
    private long totalSteps = 1;

    public ChartSeries trainingLoss() {
        return trainingLoss;
    }

    public ChartSeries trainingAccuracy() {
        return trainingAccuracy;
    }

    public ChartSeries testAccuracy() {
        return testAccuracy;
    }

    /** Returns the property that is true if the loss is shown on a logarithmic axis. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Returns the property of the upper bound of the charts' x-axis, in epochs. */
    public DoubleProperty epochsProperty() {
        return epochs;
    }

    /** Sets the expected number of epochs before the first squeeze. */
    void preview(double expected) {
        if (trainingLoss.size() == 0) {
            epochs.set(expected);
        }
    }

    @Override
    public void onStart(Experiment experiment) {
        trainingLoss.clear();
        trainingAccuracy.clear();
        testAccuracy.clear();
        epochs.set(experiment.squeeze().epochs());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof StageStarted started) {
            totalSteps = Math.max(1, started.totalSteps());
        } else if (event instanceof Progress progress && progress.isOf(StageName.SQUEEZE)) {
            epochs.set(progress.iterations());
        } else if (event instanceof MetricPoint point && point.isOf(StageName.SQUEEZE)) {
            switch (point.metric()) {
                case TRAINING_LOSS -> append(trainingLoss, point, 1);
                case TRAINING_ACCURACY -> append(trainingAccuracy, point, PERCENT);
                case TEST_ACCURACY -> append(testAccuracy, point, PERCENT);
                default -> {
                    // Shown elsewhere.
                }
            }
        }
    }

    /** Appends a point, skipping epochs already recorded: a resumed squeeze may repeat them with identical values. */
    private void append(ChartSeries series, MetricPoint point, double scale) {
        double epoch = (double) point.step() * epochs.get() / totalSteps;
        if (series.size() == 0 || epoch > series.x(series.size() - 1)) {
            series.append(epoch, scale * point.value());
        }
    }
}
