package org.dwastudio.ui.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.stage.evaluation.result.StudentTask;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.stage.RunObserver;

/**
 * Accuracy and loss curves over the epochs of the students. Each training set has one bright curve, of the student
 * trained on it that began last, and faint curves of the others. FX thread only.
 */
public final class EvaluationCurves implements RunObserver {
    private static final double PERCENT = 100;
    private static final int MOST_FAINT = 60;

    private final Curves accuracy = new Curves();
    private final Curves loss = new Curves();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final DoubleProperty epochs = new SimpleDoubleProperty(this, "epochs", 1);
    private List<StudentKind> kinds = StudentKind.all();
    private int steps = 1;

    /** Curves of one chart. */
    private static final class Curves {
        private final Map<String, ChartSeries> bright = new LinkedHashMap<>();
        private final ObservableList<ChartSeries> all = FXCollections.observableArrayList();
        /** Student of each bright curve. */
        private final Map<String, Integer> students = new LinkedHashMap<>();

        private final Map<Integer, ChartSeries> faint = new LinkedHashMap<>();
        private List<String> shown = List.of();

        Curves() {
            StudentKind.ofEverySet()
                    .forEach(kind -> bright.put(kind.set(), new ChartSeries("", kind.ink(), ChartAxis.LEFT)));
            clear(StudentKind.all());
        }

        /** @param kinds student kinds, whose training sets have curves */
        void clear(List<StudentKind> kinds) {
            shown = kinds.stream().map(StudentKind::set).distinct().toList();
            bright.values().forEach(ChartSeries::clear);
            students.clear();
            faint.clear();
            all.setAll(shown.stream()
                    .flatMap(set -> Stream.ofNullable(bright.get(set)))
                    .toList());
        }

        ChartSeries brightOf(StudentKind kind) {
            return Objects.requireNonNull(bright.get(kind.set()));
        }

        void append(StudentKind kind, int student, double epoch, double value) {
            ChartSeries series = seriesOf(kind, student);
            if (series.size() == 0 || epoch > series.x(series.size() - 1)) {
                series.append(epoch, value);
            }
        }

        private ChartSeries seriesOf(StudentKind kind, int student) {
            ChartSeries series = brightOf(kind);
            int newest = students.getOrDefault(kind.set(), student);
            if (student < newest) {
                return faint.containsKey(student)
                        ? Objects.requireNonNull(faint.get(student))
                        : addFaint(student, series, ChartSeries::clear);
            }
            students.put(kind.set(), student);
            if (student > newest) {
                addFaint(newest, series, copy -> {});
                series.clear();
            }
            return series;
        }

        private ChartSeries addFaint(int student, ChartSeries original, Consumer<ChartSeries> change) {
            if (faint.size() == MOST_FAINT) {
                faint.values().remove(all.remove(0));
            }
            ChartSeries copy = original.faintCopy();
            change.accept(copy);
            all.add(all.size() - shown.size(), copy);
            faint.put(student, copy);
            return copy;
        }
    }

    /** Returns the accuracy curves on the test split, in percent. The bright curves come last, one per training set. */
    public ObservableList<ChartSeries> accuracy() {
        return accuracy.all;
    }

    /**
     * Returns the training loss curves. The faint curves use the same label type as the bright ones, because losses of
     * different label types are not comparable.
     */
    public ObservableList<ChartSeries> loss() {
        return loss.all;
    }

    /** Returns the bright curves of a training set, accuracy and loss; the view sets their names. */
    public List<ChartSeries> brightOf(StudentKind kind) {
        return List.of(accuracy.brightOf(kind), loss.brightOf(kind));
    }

    /** True if the loss is shown on a logarithmic axis. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Right end of the charts, in epochs. */
    public DoubleProperty epochsProperty() {
        return epochs;
    }

    /** Sets the right end of the charts to the expected epochs, as long as no student has a curve. */
    void preview(double expected) {
        if (accuracy.students.isEmpty()) {
            epochs.set(expected);
        }
    }

    /** Removes all curves, for example when another run is shown. */
    void clear() {
        accuracy.clear(kinds);
        loss.clear(kinds);
    }

    @Override
    public void onStart(Experiment experiment) {
        kinds = StudentTask.all(experiment.evaluation()).stream()
                .map(StudentKind::of)
                .toList();
        clear();
        epochs.set(experiment.evaluation().epochs());
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof Progress progress && progress.isOf(StageName.EVALUATION)) {
            steps = Math.max(1, progress.iterations());
        } else if (event instanceof MetricPoint point && point.isOf(StageName.EVALUATION)) {
            StudentKind kind = kindOf(point.unit());
            double epoch = point.iteration() * epochs.get() / steps;
            if (point.metric() == Metric.TEST_ACCURACY) {
                accuracy.append(kind, point.unit(), epoch, PERCENT * point.value());
            } else if (point.metric() == Metric.TRAINING_LOSS && showsLossOf(point.unit())) {
                loss.append(kind, point.unit(), epoch, point.value());
            }
        }
    }

    /** Clears the losses of the other label type, unless their students began later. */
    private boolean showsLossOf(int student) {
        int newest = loss.students.values().stream().reduce(student, Math::max);
        boolean alike = loss.students.values().stream()
                .allMatch(other -> kindOf(other).isSoft() == kindOf(student).isSoft());
        if (!alike && newest == student) {
            loss.clear(kinds);
        }
        return alike || newest == student;
    }

    private StudentKind kindOf(int student) {
        return kinds.get(student % kinds.size());
    }
}
