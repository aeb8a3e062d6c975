package org.dwastudio.ui.measurement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.RunEvent.TuningChanged;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.screen.XAxis;
import org.dwastudio.ui.stage.RunObserver;

/** View model of the charts of a synthesis, which share one x axis. Follows a run after its curves do. FX thread only. */
public final class ChartsViewModel implements RunObserver {
    private static final double NANOS = 1e9;

    private final LossCurves loss;
    private final DiversityCurves diversity;
    private final LongSupplier nanoClock;
    private final RunLosses runLosses;
    private final StepTimes times = new StepTimes();
    private final Map<ChartSeries, ChartSeries> timed = new HashMap<>();
    private final List<TuningChange> changes = new ArrayList<>();
    private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(this, "axis", XAxis.ITERATION);
    private final ObservableList<ChartSeries> lossSeries = FXCollections.observableArrayList();
    private final ObservableList<ChartSeries> diversitySeries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<XRange> range = new ReadOnlyObjectWrapper<>(this, "range", XRange.EMPTY);
    private int columns = 1;
    private int iterations = 1;
    private long startNanos;
    private double newestStep;

    /**
     * Creates charts of no run.
     *
     * @param nanoClock monotonic time in nanoseconds
     */
    public ChartsViewModel(LossCurves loss, DiversityCurves diversity, LongSupplier nanoClock) {
        this.loss = loss;
        this.diversity = diversity;
        this.nanoClock = nanoClock;
        runLosses = new RunLosses(loss::brightOf);
        axis.subscribe((old, now) -> show());
        loss.series().addListener((ListChangeListener<ChartSeries>) change -> showIterations());
        diversity.columnSeries().addListener((ListChangeListener<ChartSeries>) change -> showIterations());
        // The newest position follows at the end of a batch: an opened run has millions of steps.
        loss.cursorProperty().subscribe(now -> showRange());
        loss.iterationsProperty().subscribe(now -> showRange());
        diversity.totalStepsProperty().subscribe(now -> showRange());
        show();
    }

    public LossCurves loss() {
        return loss;
    }

    public DiversityCurves diversity() {
        return diversity;
    }

    /** Returns the x axis of all charts. */
    public ObjectProperty<XAxis> axisProperty() {
        return axis;
    }

    /** Returns the curves of the loss over the chosen axis. */
    public ObservableList<ChartSeries> lossSeries() {
        return lossSeries;
    }

    /** Returns the curves of the diversity over the chosen axis. */
    public ObservableList<ChartSeries> diversitySeries() {
        return diversitySeries;
    }

    /** Returns the extent of the axis, and what is marked on it. */
    public ReadOnlyObjectProperty<XRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** Returns whether nothing is shown over time, because the times of the steps are not known. */
    boolean lacksTimes() {
        return axis.get() == XAxis.TIME
                && !times.isKnown()
                && !runLosses.measured().isEmpty();
    }

    /** Returns the Vendi score at the iteration that is looked back at; empty without one. */
    OptionalDouble earlierVendi() {
        return diversity.vendiAt(loss.cursorProperty().get());
    }

    /** Passes on an iteration that the user has picked in a chart, if the place belongs to one. */
    public void pick(double x) {
        if (axis.get() == XAxis.ITERATION) {
            loss.pick(x);
        } else if (axis.get() == XAxis.COLUMN && columnsAdvanceTogether()) {
            loss.pick(x / columns);
        }
    }

    @Override
    public void onStart(Experiment experiment) {
        columns = experiment.synthesis().imagesPerClass();
        iterations = experiment.synthesis().iterations();
        changes.clear();
        times.clear();
        runLosses.clear();
        newestStep = 0;
        startNanos = nanoClock.getAsLong();
        show();
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof LossMeasured measured) {
            runLosses.add(measured);
        } else if (event instanceof Progress progress) {
            columns = progress.units();
            iterations = progress.iterations();
            newestStep = (double) progress.step();
            if (times.isEmpty()) {
                // Steps before belong to an earlier session, whose times are not recorded.
                startNanos = nanoClock.getAsLong();
                times.add(newestStep - 1, 0);
            }
        } else if (event instanceof TuningChanged tuned) {
            changes.add(tuned.change());
            if (tuned.change().parameter().equals(SynthesisConfig.ITERATIONS)) {
                iterations = (int) tuned.change().to();
            }
        }
    }

    @Override
    public void onBatchEnd() {
        // The progress of an opened run is reported once: it is no time.
        if (!times.isEmpty() && newestStep > times.lastStep() + (times.isKnown() ? 0 : 1)) {
            times.add(newestStep, second());
        }
        if (axis.get() != XAxis.ITERATION) {
            show();
        } else {
            showRange();
        }
    }

    @Override
    public void onResume() {
        if (times.isKnown()) {
            times.add(times.lastStep(), second());
        }
    }

    private double second() {
        return (nanoClock.getAsLong() - startNanos) / NANOS;
    }

    private void showIterations() {
        if (axis.get() == XAxis.ITERATION) {
            show();
        }
    }

    private void show() {
        switch (axis.get()) {
            case ITERATION -> {
                set(lossSeries, loss.series());
                set(diversitySeries, diversity.columnSeries());
            }
            case COLUMN -> {
                set(lossSeries, runLosses.measured());
                set(diversitySeries, diversity.runSeries());
            }
            case TIME -> {
                set(lossSeries, timed(runLosses.measured()));
                set(diversitySeries, timed(diversity.runSeries()));
            }
        }
        showRange();
    }

    /** Replaces curves only if they are others, because the legend is built again for each change. */
    private static void set(ObservableList<ChartSeries> shown, List<ChartSeries> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private List<ChartSeries> timed(List<ChartSeries> curves) {
        return curves.stream().map(this::timed).toList();
    }

    private ChartSeries timed(ChartSeries curve) {
        ChartSeries overTime = timed.computeIfAbsent(curve, ChartSeries::emptyCopy);
        overTime.clear();
        for (int i = 0; i < curve.size(); i++) {
            double second = times.at(curve.x(i));
            if (!Double.isNaN(second)) {
                overTime.append(second, curve.y(i));
            }
        }
        return overTime;
    }

    private void showRange() {
        // Without steps, everything is at the start.
        double total = Math.max(1, diversity.totalStepsProperty().get());
        range.set(
                switch (axis.get()) {
                    case ITERATION ->
                        new XRange(
                                Math.max(1, loss.iterationsProperty().get()),
                                1,
                                loss.marker().get(),
                                loss.cursorProperty().get(),
                                changes.stream()
                                        .map(change -> (double) change.iteration())
                                        .toList());
                    case COLUMN -> {
                        double at =
                                columnsAdvanceTogether() ? loss.cursorProperty().get() * columns : Double.NaN;
                        yield new XRange(total, total / columns, at, at, marksOfRun());
                    }
                    case TIME ->
                        new XRange(Double.NaN, XRange.unitOf(times.lastSecond()), Double.NaN, Double.NaN, List.of());
                });
    }

    /** Returns the steps at which changes took effect; none where a column has other steps than iterations. */
    private List<Double> marksOfRun() {
        int together = Math.max(1, runLosses.together());
        if (diversity.totalStepsProperty().get() != (double) columns * iterations) {
            return List.of();
        }
        return changes.stream()
                .map(change -> {
                    int first = change.column() / together * together;
                    return (double) first * iterations
                            + (double) change.iteration() * Math.min(together, columns - first);
                })
                .toList();
    }

    /** Returns whether an iteration is one place of the whole run. */
    private boolean columnsAdvanceTogether() {
        return runLosses.together() >= columns && diversity.totalStepsProperty().get() == (double) columns * iterations;
    }
}
