package org.dwastudio.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.dwastudio.report.page.Curve;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.RunHistoryReader;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Measurements of a synthesis as curves: losses as the mean of all columns at each iteration, diversity by step. */
public final class MeasuredCurves {
    private final Map<LossPart, TreeMap<Integer, Mean>> byIteration = new EnumMap<>(LossPart.class);
    private final Map<Metric, TreeMap<Long, Double>> byStep = new EnumMap<>(Metric.class);

    /** Reads the curves from {@code metrics.csv}; without the file there are none. */
    public static MeasuredCurves of(RunDirectory run, Experiment experiment) throws IOException {
        MeasuredCurves curves = new MeasuredCurves();
        try {
            RunHistoryReader.in(run).replay(experiment, curves::note);
        } catch (NumberFormatException e) {
            throw new DescribedIOException(Message.of("report.metrics", run.metrics(), FailureCause.reason(e)), e);
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

    private void note(RunEvent event) {
        if (event instanceof RunEvent.LossMeasured measured) {
            note(measured.iteration(), measured.loss());
        } else if (event instanceof RunEvent.MetricPoint point
                && point.isOf(StageName.SYNTHESIS)
                && Double.isFinite(point.value())) {
            byStep.computeIfAbsent(point.metric(), metric -> new TreeMap<>()).put(point.step(), point.value());
        }
    }

    private void note(int iteration, StepLoss loss) {
        for (LossPart part : LossPart.values()) {
            if (part.isIn(loss) && Double.isFinite(part.of(loss))) {
                byIteration
                        .computeIfAbsent(part, none -> new TreeMap<>())
                        .computeIfAbsent(iteration, none -> new Mean())
                        .add(part.of(loss));
            }
        }
    }

    /** Returns the curves of the losses that were measured. */
    public List<Curve> losses() {
        List<Curve> curves = new ArrayList<>();
        byIteration.forEach((part, means) -> {
            List<Curve.Point> points = new ArrayList<>();
            means.forEach((iteration, mean) -> points.add(new Curve.Point(iteration, mean.value())));
            curves.add(new Curve(part.key(), points).thinned());
        });
        return curves;
    }

    /** Returns a measurement of the whole grid by step; without points when it was not made. */
    public Curve diversity(Metric metric) {
        return new Curve(
                        "diversity",
                        byStep.getOrDefault(metric, new TreeMap<>()).entrySet().stream()
                                .map(entry -> new Curve.Point(entry.getKey(), entry.getValue()))
                                .toList())
                .thinned();
    }

    /** Returns the last value of a measurement. */
    public OptionalDouble newest(Metric metric) {
        return byStep.containsKey(metric)
                ? OptionalDouble.of(byStep.get(metric).lastEntry().getValue())
                : OptionalDouble.empty();
    }
}
