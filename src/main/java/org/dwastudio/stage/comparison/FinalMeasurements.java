package org.dwastudio.stage.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.RunHistoryReader;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Last measurements of a synthesis.
 *
 * @param losses losses of the batches at their last iteration, the mean of all finished batches; of the last step if none
 *     is finished, and empty without measurements
 * @param batches number of finished batches: a column has one or more
 * @param diversity last values of the whole image grid and of random real images; only those that were measured
 */
public record FinalMeasurements(Map<LossPart, Double> losses, int batches, Map<Metric, Double> diversity) {
    public FinalMeasurements {
        losses = Collections.unmodifiableMap(losses);
        diversity = Collections.unmodifiableMap(diversity);
    }

    /** Reads the measurements of a run; without {@code metrics.csv} there are none. */
    static FinalMeasurements read(RunDirectory directory, Experiment experiment) throws IOException {
        Reading reading = new Reading(experiment);
        try {
            RunHistoryReader.in(directory).replay(experiment, reading::note);
        } catch (NumberFormatException e) {
            throw new DescribedIOException(
                    Message.of("report.metrics", directory.metrics(), FailureCause.reason(e)), e);
        }
        List<StepLoss> finished = reading.finished;
        return new FinalMeasurements(
                means(finished.isEmpty() ? reading.newest.stream().toList() : finished),
                finished.size(),
                reading.diversity);
    }

    /** Measurements in the order of the file. */
    private static final class Reading {
        private final Experiment experiment;
        private final List<StepLoss> finished = new ArrayList<>();
        private final Map<Metric, Double> diversity = new EnumMap<>(Metric.class);
        private Optional<StepLoss> newest = Optional.empty();

        Reading(Experiment experiment) {
            this.experiment = experiment;
        }

        void note(RunEvent event) {
            if (event instanceof RunEvent.LossMeasured measured) {
                newest = Optional.of(measured.loss());
                if (isLast(measured)) {
                    finished.add(measured.loss());
                }
            } else if (event instanceof RunEvent.MetricPoint point
                    && Metric.OF_THE_GRID.contains(point.metric())
                    && Double.isFinite(point.value())) {
                diversity.put(point.metric(), point.value());
            }
        }

        /** Returns true for the last iteration of a batch; the iterations of a column's batches are counted together. */
        private boolean isLast(RunEvent.LossMeasured measured) {
            long iterations =
                    Math.round(experiment.valueAt(SynthesisConfig.ITERATIONS, measured.column(), measured.iteration()));
            return (measured.iteration() + 1) % iterations == 0;
        }
    }

    private static Map<LossPart, Double> means(List<StepLoss> measured) {
        Map<LossPart, Double> means = new EnumMap<>(LossPart.class);
        for (LossPart part : LossPart.values()) {
            measured.stream()
                    .filter(part::isIn)
                    .mapToDouble(part::of)
                    .average()
                    .ifPresent(mean -> means.put(part, mean));
        }
        return means;
    }

    /** Returns the last value of a measurement of the whole image grid; empty if it was not measured. */
    public OptionalDouble last(Metric metric) {
        Double value = diversity.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Returns a part of the losses; empty if it was not measured. */
    public OptionalDouble loss(LossPart part) {
        Double value = losses.get(part);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
