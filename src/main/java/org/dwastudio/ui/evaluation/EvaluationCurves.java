package org.dwastudio.ui.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.stage.RunObserver;

/**
 * Accuracy and loss over the epochs of the students: a bright curve for each set, of the student that was trained on it
 * last, and faint ones of those before. FX thread only.
 */
public final class EvaluationCurves implements RunObserver {
    private static final double PERCENT = 100;
    private static final int MOST_FAINT = 60;

    private final Curves accuracy = new Curves();
    private final Curves loss = new Curves();
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final DoubleProperty epochs = new SimpleDoubleProperty(this, "epochs", 1);
    private int steps = 1;

    /** The curves of one chart. */
    private static final class Curves {
        private final Map<String, ChartSeries> bright = new LinkedHashMap<>();
        private final ObservableList<ChartSeries> all = FXCollections.observableArrayList();
        private final Map<String, Integer> students = new LinkedHashMap<>();

        Curves() {
            StudentKind.all()
                    .forEach(kind ->
                            bright.computeIfAbsent(kind.set(), set -> new ChartSeries("", kind.ink(), ChartAxis.LEFT)));
            clear();
        }

        void clear() {
            bright.values().forEach(ChartSeries::clear);
            students.clear();
            all.setAll(bright.values());
        }

        void append(StudentKind kind, int student, double epoch, double value) {
            ChartSeries series = bright.get(kind.set());
            Integer before = students.put(kind.set(), student);
            if (before != null && before != student) {
                if (all.size() - bright.size() == MOST_FAINT) {
                    all.remove(0);
                }
                all.add(all.size() - bright.size(), series.faintCopy());
                series.clear();
            }
            if (series.size() == 0 || epoch > series.x(series.size() - 1)) {
                series.append(epoch, value);
            }
        }
    }

    /** On the test split, in percent; the bright ones last, one for each set. */
    public ObservableList<ChartSeries> accuracy() {
        return accuracy.all;
    }

    /** Of the training, faint ones only of the same labels: losses of others are no comparison. */
    public ObservableList<ChartSeries> loss() {
        return loss.all;
    }

    /** The bright curves of a set, accuracy and loss; their names are the view's to give. */
    public List<ChartSeries> brightOf(StudentKind kind) {
        return List.of(accuracy.bright.get(kind.set()), loss.bright.get(kind.set()));
    }

    /** Whether the loss is shown on a logarithmic axis. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The right end of the charts. */
    public DoubleProperty epochsProperty() {
        return epochs;
    }

    /** Before the first evaluation: where the charts will end. */
    void preview(double expected) {
        if (accuracy.students.isEmpty()) {
            epochs.set(expected);
        }
    }

    /** Another run is looked at. */
    void clear() {
        accuracy.clear();
        loss.clear();
    }

    @Override
    public void begins(Experiment experiment) {
        clear();
        epochs.set(experiment.evaluation().epochs());
    }

    @Override
    public void sees(RunEvent event) {
        if (event instanceof Progress progress && progress.stage() == StageName.EVALUATION) {
            steps = Math.max(1, progress.iterations());
        } else if (event instanceof MetricPoint point && point.stage() == StageName.EVALUATION) {
            StudentKind kind =
                    StudentKind.all().get(point.column() % StudentKind.all().size());
            double epoch = point.iteration() * epochs.get() / steps;
            if (point.metric() == Metric.TEST_ACCURACY) {
                accuracy.append(kind, point.column(), epoch, PERCENT * point.value());
            } else if (point.metric() == Metric.TRAINING_LOSS) {
                if (loss.students.values().stream().anyMatch(other -> isSoft(other) != kind.isSoft())) {
                    loss.clear();
                }
                loss.append(kind, point.column(), epoch, point.value());
            }
        }
    }

    private static boolean isSoft(int student) {
        return StudentKind.all().get(student % StudentKind.all().size()).isSoft();
    }
}
