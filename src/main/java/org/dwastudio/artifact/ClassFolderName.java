package org.dwastudio.artifact;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns class names into names that every file system takes: {@code T-shirt/top} becomes {@code T-shirt-top}. */
final class ClassFolderName {
    private static final int LONGEST = 60;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._+-]+");
    private static final Pattern EDGES = Pattern.compile("^[-.]+|[-.]+$");
    private static final Pattern RESERVED_BY_WINDOWS = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private ClassFolderName() {}

    static String of(String className) {
        String safe = UNSAFE.matcher(className).replaceAll("-");
        safe = EDGES.matcher(safe).replaceAll("");
        if (safe.codePointCount(0, safe.length()) > LONGEST) {
            safe = EDGES.matcher(safe.substring(0, safe.offsetByCodePoints(0, LONGEST)))
                    .replaceAll("");
        }
        if (safe.isEmpty()) {
            return "class";
        }
        return RESERVED_BY_WINDOWS.matcher(safe).matches() ? "class-" + safe : safe;
    }

    /** A number with so many leading zeros that all numbers below {@code count} sort by name; at least two digits. */
    static String padded(int number, int count) {
        int digits = Math.max(2, Integer.toString(Math.max(count, 1) - 1).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
