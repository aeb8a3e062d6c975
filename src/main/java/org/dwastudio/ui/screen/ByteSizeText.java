package org.dwastudio.ui.screen;

/** Storage sizes in the window. */
public final class ByteSizeText {
    private ByteSizeText() {}

    /** Formats a size, for example {@code 78 kB} or {@code 1.2 GB}; a kilobyte is 1000 bytes. */
    public static String format(long bytes) {
        return org.dwastudio.file.ByteSizes.describe(bytes);
    }
}
