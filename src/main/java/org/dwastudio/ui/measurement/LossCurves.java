package org.dwastudio.ui.measurement;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.event.StepLoss;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.theme.ChartColor;

/**
 * Curves of the loss over the iterations of a column: one column bright, the others faint. Column by column, the running
 * one is bright; when all advance at once, the first. FX thread only.
 */
public final class LossCurves implements RunObserver {
    private static final int MOST_FAINT_COLUMNS = 12;

    private final Map<LossPart, ChartSeries> bright = new EnumMap<>(LossPart.class);
    private final ObservableList<ChartSeries> series = FXCollections.observableArrayList();
    private final Map<Integer, Map<LossPart, ChartSeries>> faint = new LinkedHashMap<>();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final DoubleProperty iterations = new SimpleDoubleProperty(this, "iterations", Double.NaN);
    private final DoubleProperty now = new SimpleDoubleProperty(this, "now", Double.NaN);
    private final DoubleProperty cursor = new SimpleDoubleProperty(this, "cursor", Double.NaN);
    private final DoubleBinding marker =
            Bindings.createDoubleBinding(() -> Double.isNaN(cursor.get()) ? now.get() : cursor.get(), now, cursor);
    private DoubleConsumer picked = iteration -> {};
    private final Set<LossPart> shown = EnumSet.noneOf(LossPart.class);
    private int brightColumn;

    public LossCurves() {
        for (LossPart part : LossPart.values()) {
            bright.put(part, new ChartSeries("", colorOf(part), ChartAxis.LEFT));
        }
        showFirst(EnumSet.complementOf(EnumSet.of(LossPart.FEATURE_REGRESSION, LossPart.FEATURE_REPULSION)));
    }

    /** All curves, the faint ones first. */
    public ObservableList<ChartSeries> series() {
        return series;
    }

    /** The bright curve of a part; its name is the view's to give. */
    public ChartSeries brightOf(LossPart part) {
        return Objects.requireNonNull(bright.get(part));
    }

    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The right end of the chart; NaN before the first run. */
    public DoubleProperty iterationsProperty() {
        return iterations;
    }

    /** The last iteration of the bright column; NaN before the first run. */
    public DoubleProperty nowProperty() {
        return now;
    }

    /** The iteration that is looked back at; NaN while the newest images are shown. */
    public DoubleProperty cursorProperty() {
        return cursor;
    }

    /** The iteration of the shown images. */
    public DoubleBinding marker() {
        return marker;
    }

    /** Returns the total loss of the bright column at the iteration that is looked back at; empty without one. */
    public OptionalDouble earlierTotal() {
        ChartSeries total = brightOf(LossPart.TOTAL);
        int nearest = Double.isNaN(cursor.get()) ? -1 : total.nearestTo(cursor.get());
        return nearest < 0 ? OptionalDouble.empty() : OptionalDouble.of(total.y(nearest));
    }

    /** Sets what happens when the user picks an iteration. */
    public void whenPicked(DoubleConsumer action) {
        picked = action;
    }

    /** Passes on an iteration that the user has picked in the chart. */
    public void pick(double iteration) {
        picked.accept(iteration);
    }

    /** Before the first run: where the chart will end. */
    public void preview(double expectedIterations) {
        if (brightOf(LossPart.TOTAL).size() == 0) {
            iterations.set(expectedIterations);
        }
    }

    @Override
    public void onStart(Experiment experiment) {
        brightColumn = 0;
        faint.clear();
        bright.values().forEach(ChartSeries::clear);
        showFirst(expected(experiment.synthesis()));
        iterations.set(experiment.synthesis().iterations());
        now.set(Double.NaN);
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof LossMeasured measured) {
            add(measured.column(), measured.iteration(), measured.loss());
        } else if (event instanceof Progress progress) {
            iterations.set(progress.iterations());
        }
    }

    /** Adds a point. Of columns that run at the same time, the first one is bright. */
    private void add(int column, int iteration, StepLoss loss) {
        if (column != brightColumn && (hasNoBrightCurve() || (iteration == 0 && now.get() > 0))) {
            leaveFaint();
            brightColumn = column;
        }
        if (column == brightColumn) {
            if (startsAgain(bright, iteration)) {
                leaveFaint();
            }
            now.set(iteration);
            partsOf(loss).filter(shown::add).map(bright::get).forEach(series::add);
            append(bright, iteration, loss);
            return;
        }
        Map<LossPart, ChartSeries> pale = faint.get(column);
        if (pale == null && faint.size() < MOST_FAINT_COLUMNS) {
            pale = emptyPale();
            keepFaint(column, pale);
        }
        if (pale != null && !startsAgain(pale, iteration)) {
            append(pale, iteration, loss);
        }
    }

    private boolean hasNoBrightCurve() {
        return brightOf(LossPart.TOTAL).size() == 0;
    }

    /** Returns true if the iterations of the column start again, because its classes are computed in several batches. */
    private static boolean startsAgain(Map<LossPart, ChartSeries> curves, int iteration) {
        ChartSeries total = Objects.requireNonNull(curves.get(LossPart.TOTAL));
        return total.size() > 0 && iteration < total.x(total.size() - 1);
    }

    /** Returns the parts of the loss that a synthesis measures. */
    private static Set<LossPart> expected(SynthesisConfig config) {
        if (config.matching().isOn()) {
            return EnumSet.of(LossPart.TOTAL);
        }
        Set<LossPart> parts = EnumSet.allOf(LossPart.class);
        if (config.regression().weight() == 0) {
            parts.remove(LossPart.FEATURE_REGRESSION);
        }
        if (!config.repulsion().isOn()) {
            parts.remove(LossPart.FEATURE_REPULSION);
        }
        return parts;
    }

    /** Shows the bright curves of some parts alone. */
    private void showFirst(Set<LossPart> parts) {
        shown.clear();
        shown.addAll(parts);
        series.setAll(shownOf(bright));
    }

    private List<ChartSeries> shownOf(Map<LossPart, ChartSeries> curves) {
        return shown.stream().map(curves::get).toList();
    }

    private static void append(Map<LossPart, ChartSeries> curves, int iteration, StepLoss loss) {
        partsOf(loss).forEach(part -> Objects.requireNonNull(curves.get(part)).append(iteration, part.of(loss)));
    }

    private static Stream<LossPart> partsOf(StepLoss loss) {
        return Stream.of(LossPart.values()).filter(part -> part.isIn(loss));
    }

    private static ChartColor colorOf(LossPart part) {
        return switch (part) {
            case TOTAL -> ChartColor.BLUE;
            case CROSS_ENTROPY -> ChartColor.ORANGE;
            case BATCH_NORM_MEAN -> ChartColor.GREEN;
            case BATCH_NORM_VARIANCE -> ChartColor.VIOLET;
            case FEATURE_REGRESSION -> ChartColor.CYAN;
            case FEATURE_REPULSION -> ChartColor.PINK;
        };
    }

    private void leaveFaint() {
        keepFaint(brightColumn, paleCopy());
        bright.values().forEach(ChartSeries::clear);
    }

    private void keepFaint(int column, Map<LossPart, ChartSeries> curves) {
        Map<LossPart, ChartSeries> replaced = faint.remove(column);
        if (replaced != null) {
            series.removeAll(replaced.values());
        }
        if (faint.size() == MOST_FAINT_COLUMNS) {
            Integer oldest = faint.keySet().iterator().next();
            series.removeAll(Objects.requireNonNull(faint.remove(oldest)).values());
        }
        faint.put(column, curves);
        series.addAll(0, shownOf(curves));
    }

    private Map<LossPart, ChartSeries> paleCopy() {
        Map<LossPart, ChartSeries> copies = new EnumMap<>(LossPart.class);
        bright.forEach((part, curve) -> copies.put(part, curve.faintCopy()));
        return copies;
    }

    private Map<LossPart, ChartSeries> emptyPale() {
        Map<LossPart, ChartSeries> curves = paleCopy();
        curves.values().forEach(ChartSeries::clear);
        return curves;
    }
}
