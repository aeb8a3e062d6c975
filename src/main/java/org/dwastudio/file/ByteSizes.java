package org.dwastudio.file;

import java.util.Locale;

/** Amounts of storage as they are read. */
public final class ByteSizes {
    private static final double STEP = 1000;

    private ByteSizes() {}

    /** For example {@code 78 kB} or {@code 1.2 GB}; a kilobyte is 1000 bytes. */
    public static String describe(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        if (bytes < STEP * STEP) {
            return Math.round(bytes / STEP) + " kB";
        }
        if (bytes < STEP * STEP * STEP) {
            double mega = bytes / (STEP * STEP);
            return String.format(Locale.ROOT, mega < 10 ? "%.1f MB" : "%.0f MB", mega);
        }
        return String.format(Locale.ROOT, "%.1f GB", bytes / (STEP * STEP * STEP));
    }
}
