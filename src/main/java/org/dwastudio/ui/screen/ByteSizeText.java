package org.dwastudio.ui.screen;

/** Amounts of storage as the window shows them. */
public final class ByteSizeText {
    private ByteSizeText() {}

    /** For example {@code 78 kB} or {@code 1.2 GB}; a kilobyte is 1000 bytes. */
    public static String inWords(long bytes) {
        return org.dwastudio.file.ByteSizes.inWords(bytes);
    }
}
