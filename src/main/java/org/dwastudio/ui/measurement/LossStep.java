package org.dwastudio.ui.measurement;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.event.Metric;

/** Gathers the losses of one step until all are there, and weighs the parts so that they add up to the total. */
public final class LossStep {
    private static final Set<Metric> OF_EVERY_STEP =
            EnumSet.of(Metric.TOTAL_LOSS, Metric.CROSS_ENTROPY, Metric.BATCH_NORM_MEAN, Metric.BATCH_NORM_VARIANCE);

    private static final double ROUNDING = 1e-12;

    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    /** The weighed parts once the step is complete; then the next step begins. */
    public Optional<Map<LossPart, Double>> add(Metric metric, double value) {
        switch (metric) {
            case TOTAL_LOSS, CROSS_ENTROPY, BATCH_NORM_MEAN, BATCH_NORM_VARIANCE, FEATURE_REGRESSION ->
                values.put(metric, value);
            default -> {
                return Optional.empty();
            }
        }
        if (!values.keySet().containsAll(OF_EVERY_STEP)) {
            return Optional.empty();
        }
        Map<LossPart, Double> parts = parts();
        values.clear();
        return Optional.of(parts);
    }

    /**
     * total = CE + r_bn · (mean + variance) + regression: the total itself tells r_bn as it was in this very step. The
     * regression comes weighted, and before the total.
     */
    private Map<LossPart, Double> parts() {
        double total = values.get(Metric.TOTAL_LOSS);
        double crossEntropy = values.get(Metric.CROSS_ENTROPY);
        double mean = values.get(Metric.BATCH_NORM_MEAN);
        double variance = values.get(Metric.BATCH_NORM_VARIANCE);
        double alignment = mean + variance;
        double regression = values.getOrDefault(Metric.FEATURE_REGRESSION, 0.0);
        double rest = total - crossEntropy - regression;
        // Beside a large regression the rounding of the total would pass for a small r_bn.
        double weight = alignment == 0 || rest < ROUNDING * total ? 0 : rest / alignment;
        Map<LossPart, Double> parts = new EnumMap<>(LossPart.class);
        parts.put(LossPart.TOTAL, total);
        parts.put(LossPart.CROSS_ENTROPY, crossEntropy);
        parts.put(LossPart.BATCH_NORM_MEAN, weight * mean);
        parts.put(LossPart.BATCH_NORM_VARIANCE, weight * variance);
        if (values.containsKey(Metric.FEATURE_REGRESSION)) {
            parts.put(LossPart.FEATURE_REGRESSION, regression);
        }
        return parts;
    }
}
