package org.dwastudio.report.sweep;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.metric.significance.MeanInterval;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.Importance;

/**
 * Cells and names of the report of a sweep. Accuracies and label robust scores are in percent.
 *
 * @param sweep settings of the sweep
 * @param texts texts of the report
 */
record SweepCells(SweepConfig sweep, ReportMessages texts) {
    static final String NONE = "–";

    private static final double PERCENT = 100;
    private static final double LEAST = 0.001;

    /** Returns the factor of shown scores. */
    double scale() {
        return sweep.objective() == Objective.VENDI ? 1 : PERCENT;
    }

    /** Returns a mean with its interval, for example {@code 79.5 ± 0.7}. */
    String score(MeanInterval mean) {
        return interval(mean, scale());
    }

    /** Returns a difference with its interval, for example {@code +4.6 ± 1.2}. */
    String difference(MeanInterval mean) {
        return (mean.mean() > 0 ? "+" : "") + score(mean);
    }

    static String interval(MeanInterval mean, double scale) {
        if (mean.count() == 0) {
            return NONE;
        }
        String text = number(mean.mean(), scale);
        return mean.reach().isPresent() ? text + " ± " + number(mean.reach().getAsDouble(), scale) : text;
    }

    /** Returns a score times a factor; percentages have one decimal, others two. */
    static String number(double value, double scale) {
        return String.format(Locale.ROOT, scale == 1 ? "%.2f" : "%.1f", value * scale)
                .replace('-', '\u2212');
    }

    /** Returns a p-value. */
    static String probability(OptionalDouble probability) {
        if (probability.isEmpty()) {
            return NONE;
        }
        return probability.getAsDouble() < LEAST
                ? "< 0.001"
                : String.format(Locale.ROOT, "%.3f", probability.getAsDouble());
    }

    /** Returns the name of a trial. */
    String name(String key) {
        return switch (key) {
            case "preset" -> texts.get("sweep.preset");
            case "random-real" -> texts.get("sweep.random");
            default -> texts.get("sweep.trial", key);
        };
    }

    /** Returns the name of a trial with its values. */
    String described(Trial trial) {
        String values = trial.candidate().values().entrySet().stream()
                .map(value -> shortKey(value.getKey()) + " = " + value.getValue())
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? name(trial.key()) : texts.get("sweep.named", name(trial.key()), values);
    }

    /** Returns the last part of a key. */
    static String shortKey(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Returns the name of a source of variance. */
    String source(Importance importance) {
        return switch (importance.key()) {
            case Importance.SEED -> texts.get("sweep.importance.seed");
            case Importance.REST -> texts.get("sweep.importance.rest");
            default -> shortKey(importance.key());
        };
    }

    /** Returns the name of the score. */
    String objective() {
        return texts.get("sweep.objective." + sweep.objective().name().toLowerCase(Locale.ROOT));
    }
}
