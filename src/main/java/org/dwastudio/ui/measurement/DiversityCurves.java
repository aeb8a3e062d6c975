package org.dwastudio.ui.measurement;

import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.theme.ChartColor;

/**
 * Curves of the diversity over the steps of the whole run and over the iterations of a column, for its images and random
 * real ones. FX thread only.
 */
public final class DiversityCurves implements RunObserver {
    /** Most pale curves, two for each pass over a column. */
    private static final int MOST_PALE = 24;

    private final ChartSeries vendi = new ChartSeries("", ChartColor.VIOLET, ChartAxis.LEFT);
    private final ChartSeries cosine = new ChartSeries("", ChartColor.CYAN, ChartAxis.RIGHT);
    private final ChartSeries columnVendi = vendi.emptyCopy();
    private final ChartSeries columnCosine = cosine.emptyCopy();
    private final ObservableList<ChartSeries> columnSeries =
            FXCollections.observableArrayList(columnVendi, columnCosine);
    private int iterations = Integer.MAX_VALUE;
    private final ReadOnlyObjectWrapper<OptionalDouble> realVendi =
            new ReadOnlyObjectWrapper<>(this, "realVendi", OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<OptionalDouble> realCosine =
            new ReadOnlyObjectWrapper<>(this, "realCosine", OptionalDouble.empty());
    private final DoubleProperty totalSteps = new SimpleDoubleProperty(this, "totalSteps", Double.NaN);

    public ChartSeries vendi() {
        return vendi;
    }

    public ChartSeries cosine() {
        return cosine;
    }

    /** Returns the curves over the steps of the whole run. */
    List<ChartSeries> runSeries() {
        return List.of(vendi, cosine);
    }

    /**
     * Returns the curves over the iterations of a column: those of the newest columns, and before them pale ones of the
     * columns before.
     */
    ObservableList<ChartSeries> columnSeries() {
        return columnSeries;
    }

    /** Returns the Vendi score when the newest columns were at an iteration; empty without one. */
    OptionalDouble vendiAt(double iteration) {
        int nearest = Double.isNaN(iteration) ? -1 : columnVendi.nearestTo(iteration);
        return nearest < 0 ? OptionalDouble.empty() : OptionalDouble.of(columnVendi.y(nearest));
    }

    /** The Vendi score of random real images at equal images per class. */
    public ReadOnlyObjectProperty<OptionalDouble> realVendiProperty() {
        return realVendi.getReadOnlyProperty();
    }

    /** The within-class cosine of random real images at equal images per class. */
    public ReadOnlyObjectProperty<OptionalDouble> realCosineProperty() {
        return realCosine.getReadOnlyProperty();
    }

    /** Right end of the chart; NaN before the first run. */
    public DoubleProperty totalStepsProperty() {
        return totalSteps;
    }

    /** Shows the right end of the chart before the first run. */
    public void preview(double expectedSteps) {
        if (vendi.size() == 0) {
            totalSteps.set(expectedSteps);
        }
    }

    @Override
    public void onStart(Experiment experiment) {
        vendi.clear();
        cosine.clear();
        columnVendi.clear();
        columnCosine.clear();
        columnSeries.setAll(columnVendi, columnCosine);
        iterations = experiment.synthesis().iterations();
        realVendi.set(OptionalDouble.empty());
        realCosine.set(OptionalDouble.empty());
        totalSteps.set((double) experiment.synthesis().imagesPerClass()
                * experiment.synthesis().iterations());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof MetricPoint point) {
            switch (point.metric()) {
                case VENDI_SCORE -> {
                    appendToRun(vendi, point);
                    appendToColumn(columnVendi, point);
                }
                case WITHIN_CLASS_COSINE -> {
                    appendToRun(cosine, point);
                    appendToColumn(columnCosine, point);
                }
                case REAL_VENDI_SCORE -> realVendi.set(OptionalDouble.of(point.value()));
                case REAL_WITHIN_CLASS_COSINE -> realCosine.set(OptionalDouble.of(point.value()));
                default -> {
                    // Shown elsewhere.
                }
            }
        } else if (event instanceof Progress progress) {
            totalSteps.set((double) progress.totalSteps());
            iterations = progress.iterations();
        }
    }

    /** Appends a point; without steps, all have the same place and only the newest is kept. */
    private void appendToRun(ChartSeries curve, MetricPoint point) {
        if (iterations == 0) {
            curve.clear();
        }
        curve.append((double) point.step(), point.value());
    }

    private void appendToColumn(ChartSeries curve, MetricPoint point) {
        // Classes that are computed in several batches count their steps one after another.
        if (iterations == 0) {
            curve.clear();
        }
        double iteration = iterations == 0 ? 0 : (point.iteration() - 1) % iterations + 1;
        if (curve.size() > 0 && iteration < curve.x(curve.size() - 1)) {
            if (columnSeries.size() >= MOST_PALE + 2) {
                columnSeries.remove(0, 2);
            }
            columnSeries.addAll(columnSeries.size() - 2, List.of(columnVendi.faintCopy(), columnCosine.faintCopy()));
            columnVendi.clear();
            columnCosine.clear();
        }
        curve.append(iteration, point.value());
    }
}
