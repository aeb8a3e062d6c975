package org.dwastudio.ui.synthesis;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.event.Metric;

/** Gathers the losses of one step until all are there, and weighs the parts so that they add up to the total. */
final class LossStep {
    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    /** The weighed parts once the step is complete; then the next step begins. */
    Optional<Map<LossPart, Double>> add(Metric metric, double value) {
        switch (metric) {
            case TOTAL_LOSS, CROSS_ENTROPY, BATCH_NORM_MEAN, BATCH_NORM_VARIANCE -> values.put(metric, value);
            default -> {
                return Optional.empty();
            }
        }
        if (values.size() < LossPart.values().length) {
            return Optional.empty();
        }
        Map<LossPart, Double> parts = parts();
        values.clear();
        return Optional.of(parts);
    }

    /** total = CE + r_bn · (mean + variance): the total itself tells r_bn as it was in this very step. */
    private Map<LossPart, Double> parts() {
        double total = values.get(Metric.TOTAL_LOSS);
        double crossEntropy = values.get(Metric.CROSS_ENTROPY);
        double mean = values.get(Metric.BATCH_NORM_MEAN);
        double variance = values.get(Metric.BATCH_NORM_VARIANCE);
        double alignment = mean + variance;
        double weight = alignment == 0 ? 0 : Math.max(0, (total - crossEntropy) / alignment);
        return Map.of(
                LossPart.TOTAL,
                total,
                LossPart.CROSS_ENTROPY,
                crossEntropy,
                LossPart.BATCH_NORM_MEAN,
                weight * mean,
                LossPart.BATCH_NORM_VARIANCE,
                weight * variance);
    }
}
