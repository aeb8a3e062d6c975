package org.dwastudio.ui.measurement;

import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.theme.ChartColor;

/** Curves of the diversity over the steps of the whole run, for its images and random real ones. FX thread only. */
public final class DiversityCurves implements RunObserver {
    private final ChartSeries vendi = new ChartSeries("", ChartColor.VIOLET, ChartAxis.LEFT);
    private final ChartSeries cosine = new ChartSeries("", ChartColor.CYAN, ChartAxis.RIGHT);
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
        realVendi.set(OptionalDouble.empty());
        realCosine.set(OptionalDouble.empty());
        totalSteps.set((double) experiment.synthesis().imagesPerClass()
                * experiment.synthesis().iterations());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof MetricPoint point) {
            switch (point.metric()) {
                case VENDI_SCORE -> vendi.append((double) point.step(), point.value());
                case WITHIN_CLASS_COSINE -> cosine.append((double) point.step(), point.value());
                case REAL_VENDI_SCORE -> realVendi.set(OptionalDouble.of(point.value()));
                case REAL_WITHIN_CLASS_COSINE -> realCosine.set(OptionalDouble.of(point.value()));
                default -> {
                    // Shown elsewhere.
                }
            }
        } else if (event instanceof Progress progress) {
            totalSteps.set((double) progress.totalSteps());
        }
    }
}
