package org.dwastudio.config.setting;

import java.util.regex.Pattern;

/** Decimal commas in numbers that people type: half of Europe writes 0,02. Files hold decimal points. */
public final class DecimalComma {
    private static final Pattern COMMA = Pattern.compile("\\s*[+-]?\\d*,\\d+([eE][+-]?\\d+)?\\s*");
    /** One thousand or one: both are meant by somebody. */
    private static final Pattern AMBIGUOUS = Pattern.compile("\\s*[+-]?[1-9]\\d{0,2},\\d{3}\\s*");

    private DecimalComma() {}

    /** Returns a number with a point in place of its decimal comma; any other text, and {@code 1,000}, unchanged. */
    public static String toPoint(String text) {
        return COMMA.matcher(text).matches() && !AMBIGUOUS.matcher(text).matches() ? text.replace(',', '.') : text;
    }
}
