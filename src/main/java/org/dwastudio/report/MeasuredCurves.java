package org.dwastudio.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.RunHistoryReader;

/** Measurements of a synthesis as curves: losses as the mean of all columns at each iteration, diversity by step. */
final class MeasuredCurves {
    private static final Map<Metric, String> LOSSES = new EnumMap<>(Map.of(
            Metric.TOTAL_LOSS, "total",
            Metric.CROSS_ENTROPY, "cross-entropy",
            Metric.BATCH_NORM_MEAN, "batch-norm-mean",
            Metric.BATCH_NORM_VARIANCE, "batch-norm-variance",
            Metric.FEATURE_REGRESSION, "feature-regression"));

    private final Map<Metric, TreeMap<Integer, Mean>> byIteration = new EnumMap<>(Metric.class);
    private final Map<Metric, TreeMap<Long, Double>> byStep = new EnumMap<>(Metric.class);

    /** Reads the curves from {@code metrics.csv}; without it there are none. */
    static MeasuredCurves of(RunDirectory run) throws IOException {
        MeasuredCurves curves = new MeasuredCurves();
        try {
            RunHistoryReader.in(run).tellMetrics(curves::note);
        } catch (NumberFormatException e) {
            throw new IOException(
                    run.metrics() + ": holds a line that is no measurement (" + e.getMessage()
                            + "). Please take the file as the run left it.",
                    e);
        }
        return curves;
    }

    /** Running mean. */
    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return sum / count;
        }
    }

    private void note(RunEvent.MetricPoint point) {
        if (point.stage() != StageName.SYNTHESIS || !Double.isFinite(point.value())) {
            return;
        }
        if (LOSSES.containsKey(point.metric())) {
            byIteration
                    .computeIfAbsent(point.metric(), metric -> new TreeMap<>())
                    .computeIfAbsent(point.iteration(), iteration -> new Mean())
                    .add(point.value());
        } else {
            byStep.computeIfAbsent(point.metric(), metric -> new TreeMap<>()).put(point.step(), point.value());
        }
    }

    /** Returns the losses that were measured. */
    List<Curve> losses() {
        List<Curve> curves = new ArrayList<>();
        LOSSES.forEach((metric, key) -> {
            if (byIteration.containsKey(metric)) {
                curves.add(new Curve(
                                key,
                                byIteration.get(metric).entrySet().stream()
                                        .map(entry -> new Curve.Point(
                                                entry.getKey(), entry.getValue().value()))
                                        .toList())
                        .thinned());
            }
        });
        return curves;
    }

    /** Returns a measurement of the whole grid by step; it has no points if it was not measured. */
    Curve diversity(Metric metric) {
        return new Curve(
                        "diversity",
                        byStep.getOrDefault(metric, new TreeMap<>()).entrySet().stream()
                                .map(entry -> new Curve.Point(entry.getKey(), entry.getValue()))
                                .toList())
                .thinned();
    }

    /** Returns the last measurement. */
    OptionalDouble newest(Metric metric) {
        return byStep.containsKey(metric)
                ? OptionalDouble.of(byStep.get(metric).lastEntry().getValue())
                : OptionalDouble.empty();
    }
}
