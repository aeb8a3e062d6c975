package org.dwastudio.run.history;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.LossMeasured;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.event.StepLoss;

/**
 * Reader of the losses among the rows of {@code metrics.csv}. The rows of a step become one {@link LossMeasured}; other
 * rows pass unchanged. The file holds batch-norm losses before r_bn, so r_bn is that of the recorded experiment at the
 * step, tuning changes included.
 */
final class RecordedLosses implements Consumer<MetricPoint> {
    private static final Set<Metric> OF_EVERY_STEP =
            EnumSet.of(Metric.TOTAL_LOSS, Metric.CROSS_ENTROPY, Metric.BATCH_NORM_MEAN, Metric.BATCH_NORM_VARIANCE);
    private static final Set<Metric> OF_SOME_STEPS =
            EnumSet.of(Metric.FEATURE_REGRESSION, Metric.FEATURE_REPULSION, Metric.DISTRIBUTION_MATCHING);
    private static final Set<Metric> OF_A_MATCHING = EnumSet.of(Metric.DISTRIBUTION_MATCHING, Metric.TOTAL_LOSS);

    private final Experiment experiment;
    private final Consumer<RunEvent> listener;
    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);
    private long step;

    RecordedLosses(Experiment experiment, Consumer<RunEvent> listener) {
        this.experiment = experiment;
        this.listener = listener;
    }

    @Override
    public void accept(MetricPoint row) {
        if (!OF_EVERY_STEP.contains(row.metric()) && !OF_SOME_STEPS.contains(row.metric())) {
            listener.accept(row);
            return;
        }
        if (row.step() != step) {
            values.clear();
            step = row.step();
        }
        values.put(row.metric(), row.value());
        if (values.keySet().containsAll(OF_EVERY_STEP) || values.keySet().equals(OF_A_MATCHING)) {
            listener.accept(new LossMeasured(row.unit(), row.iteration(), step, loss(row)));
            values.clear();
        }
    }

    private StepLoss loss(MetricPoint place) {
        Double matching = values.get(Metric.DISTRIBUTION_MATCHING);
        if (matching != null) {
            return StepLoss.ofMatching(matching);
        }
        StepLoss published = new StepLoss(
                Objects.requireNonNull(values.get(Metric.CROSS_ENTROPY)),
                Objects.requireNonNull(values.get(Metric.BATCH_NORM_MEAN)),
                Objects.requireNonNull(values.get(Metric.BATCH_NORM_VARIANCE)),
                experiment.valueAt(Alignment.BATCH_NORM_WEIGHT, place.unit(), place.iteration()),
                values.getOrDefault(Metric.FEATURE_REGRESSION, 0.0));
        return published.withFeatureRepulsion(values.getOrDefault(Metric.FEATURE_REPULSION, 0.0));
    }
}
