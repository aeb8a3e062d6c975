package org.dwastudio.text;

import java.util.regex.Pattern;

/** Numbers in decimal notation. Java's own parser also accepts {@code 1d}, {@code 0x1p-4} and surrounding spaces. */
public final class DecimalText {
    private static final int LONGEST = 64;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

    private DecimalText() {}

    /**
     * Reads a finite number such as {@code 0.015} or {@code 1.5e-3}.
     *
     * @throws NumberFormatException if the text has another form or the number is not finite
     */
    public static double number(String text) {
        if (text.length() <= LONGEST && DECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw new NumberFormatException("'" + PrintableText.name(text) + "' is not a number");
    }

    /**
     * Reads a whole number in decimal digits.
     *
     * @throws NumberFormatException if the text has another form or the number has more than 64 bits
     */
    public static long whole(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        throw new NumberFormatException("'" + PrintableText.name(text) + "' is not a whole number");
    }

    /**
     * Reads a size: a whole number of at least 0 with at most 18 digits and without sign.
     *
     * @throws NumberFormatException if the text has another form
     */
    public static long size(String text) {
        if (text.length() <= 18 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9') && !text.isEmpty()) {
            return Long.parseLong(text);
        }
        throw new NumberFormatException("'" + PrintableText.name(text) + "' is not a size");
    }
}
