package org.dwastudio.ui.sweep.result;

import java.util.Locale;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.metric.significance.MeanInterval;

/**
 * Scores of a sweep as text: accuracies and label robust scores in percent.
 *
 * @param objective the score
 */
public record ScoreText(Objective objective) {
    private static final String NONE = "–";

    /** Returns the factor of shown scores. */
    public double scale() {
        return objective == Objective.VENDI ? 1 : 100;
    }

    /** Returns a mean with its interval, for example {@code 79.5 ± 0.7}. */
    public String score(MeanInterval mean) {
        return interval(mean, scale());
    }

    /** Returns a mean with its sign. */
    public String points(MeanInterval mean) {
        return (mean.mean() > 0 ? "+" : "") + number(mean.mean(), scale());
    }

    /** Returns a mean with its interval in its own unit. */
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
}
