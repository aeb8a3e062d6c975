package org.dwastudio.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalDouble;
import org.dwastudio.config.setting.DecimalComma;

/** Numbers in value fields and on axes: short, with a decimal point, independent of the language. */
public final class NumberText {
    private NumberText() {}

    /**
     * Returns the shortest text that parses to the same number, for example {@code 0.015}, {@code 1000}, {@code 1e-8}.
     */
    public static String exact(double value) {
        return written(BigDecimal.valueOf(value));
    }

    /** Returns a few significant digits, for display only. */
    public static String rounded(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return written(BigDecimal.valueOf(value).round(new MathContext(digits)));
    }

    /** Parses a number entered by a user, with a point or a comma; empty if the text is not a number. */
    public static OptionalDouble parse(String text) {
        try {
            String plain = DecimalComma.toPoint(
                    Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
            return OptionalDouble.of(new BigDecimal(plain).doubleValue());
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static String written(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        int magnitude = shortest.precision() - shortest.scale() - 1;
        if (magnitude >= -4 && magnitude < 7) {
            return shortest.toPlainString();
        }
        String digits = shortest.movePointLeft(magnitude).stripTrailingZeros().toPlainString();
        return String.format(Locale.ROOT, "%se%d", digits, magnitude);
    }
}
