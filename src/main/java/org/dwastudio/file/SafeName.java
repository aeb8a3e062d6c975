package org.dwastudio.file;

import java.util.Locale;
import java.util.regex.Pattern;

/** Conversion of any text to a name that every file system accepts: {@code T-shirt/top} becomes {@code T-shirt-top}. */
public final class SafeName {
    private static final int LONGEST = 60;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._+-]+");
    private static final Pattern EDGES = Pattern.compile("^[-.]+|[-.]+$");
    private static final Pattern RESERVED_BY_WINDOWS = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private SafeName() {}

    /**
     * Letters and digits of any script stay; what a file system might not take becomes a hyphen.
     *
     * @param text any
     * @param kind what is named, such as {@code class}: the name when nothing is left, and the prefix of names that
     *     Windows keeps for itself
     */
    public static String of(String text, String kind) {
        String safe = UNSAFE.matcher(text).replaceAll("-");
        safe = EDGES.matcher(safe).replaceAll("");
        if (safe.codePointCount(0, safe.length()) > LONGEST) {
            safe = EDGES.matcher(safe.substring(0, safe.offsetByCodePoints(0, LONGEST)))
                    .replaceAll("");
        }
        if (safe.isEmpty()) {
            return kind;
        }
        return RESERVED_BY_WINDOWS.matcher(safe).matches() ? kind + "-" + safe : safe;
    }

    /** A number with so many leading zeros that all numbers below {@code count} sort by name; at least two digits. */
    public static String padded(int number, int count) {
        int digits = Math.max(2, Integer.toString(Math.max(count, 1) - 1).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
