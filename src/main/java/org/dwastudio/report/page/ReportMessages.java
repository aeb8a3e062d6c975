package org.dwastudio.report.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.text.TextTemplate;

/**
 * All texts of a report in one language, and the format of its numbers.
 *
 * @param language language of the texts
 * @param bundle message bundle
 */
public record ReportMessages(Locale language, ResourceBundle bundle) {
    private static final String BUNDLE = "org.dwastudio.report.report";
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** Returns the texts of a language; English for unsupported ones. */
    public static ReportMessages in(Locale language) {
        boolean japanese = language.getLanguage().equals(Locale.JAPANESE.getLanguage());
        Locale known = japanese ? Locale.JAPANESE : Locale.ENGLISH;
        // English is the bundle without a suffix: the root locale keeps the system's own language out of it.
        return new ReportMessages(
                known,
                ResourceBundle.getBundle(
                        BUNDLE,
                        japanese ? known : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Returns a text with arguments in its places, see {@link TextTemplate}; numbers are already formatted. */
    public String get(String key, Object... arguments) {
        return TextTemplate.fill(
                bundle.getString(key),
                Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** Formats a number, for example {@code 10,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Formats a share as a percentage: {@code 91.3 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Formats a share that may be tiny with three digits: {@code 0.167 %}, {@code 1 %}. */
    public static String smallPercent(double share) {
        String digits = String.format(Locale.ROOT, "%.3g", 100 * share);
        return (digits.contains(".") && !digits.contains("e") ? digits.replaceFirst("\\.?0+$", "") : digits) + " %";
    }

    /** Formats a difference of two shares in percentage points with its sign: {@code +1.2}. */
    public static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", 100 * difference).replace('-', '\u2212');
    }

    /** Formats a mean, with the deviation if there are several measurements: {@code 63.5 ± 0.4 %}. */
    public static String spread(MeanAndStdDev spread, int measurements) {
        return measurements < 2
                ? percent(spread.mean())
                : String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * spread.mean(), 100 * spread.deviation());
    }

    /** Formats a duration with at most two units. */
    public String duration(double seconds) {
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
