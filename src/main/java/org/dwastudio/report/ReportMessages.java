package org.dwastudio.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.dwastudio.metric.MeanAndStdDev;

/**
 * Every word of a report in one language, and how figures are written.
 *
 * @param language which one
 * @param bundle its messages
 */
record ReportMessages(Locale language, ResourceBundle bundle) {
    private static final String BUNDLE = "org.dwastudio.report.report";
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** Those of a language; English where the report does not speak it. */
    static ReportMessages in(Locale language) {
        boolean japanese = language.getLanguage().equals(Locale.JAPANESE.getLanguage());
        Locale known = japanese ? Locale.JAPANESE : Locale.ENGLISH;
        // English is the bundle without a suffix: the root locale keeps the machine's own language out of it.
        return new ReportMessages(
                known,
                ResourceBundle.getBundle(
                        BUNDLE,
                        japanese ? known : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** A text; arguments go to the places {@code {0}}, {@code {1}} and so on, figures as they are to be read. */
    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    /** For example {@code 10,000}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share as a percentage: {@code 91.3 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A share that may be tiny, in three digits: {@code 0.167 %}, {@code 1 %}. */
    static String smallPercent(double share) {
        String digits = String.format(Locale.ROOT, "%.3g", 100 * share);
        return (digits.contains(".") && !digits.contains("e") ? digits.replaceFirst("\\.?0+$", "") : digits) + " %";
    }

    /** A difference of two shares, in points with its sign: {@code +1.2}. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", 100 * difference).replace('-', '\u2212');
    }

    /** Mean and, where there are several measurements, their deviation: {@code 63.5 ± 0.4 %}. */
    static String spread(MeanAndStdDev spread, int measurements) {
        return measurements < 2
                ? percent(spread.mean())
                : String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * spread.mean(), 100 * spread.deviation());
    }

    /** A span of time with two units at most. */
    String duration(double seconds) {
        if (seconds < MINUTE) {
            return get("time.seconds", String.format(Locale.ROOT, "%.1f", seconds));
        }
        long whole = Math.round(seconds);
        if (seconds < HOUR) {
            return get("time.minutes", Long.toString(whole / 60), Long.toString(whole % 60));
        }
        return get("time.hours", Long.toString(whole / 3600), Long.toString(whole % 3600 / 60));
    }
}
