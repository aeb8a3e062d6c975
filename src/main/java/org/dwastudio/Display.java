package org.dwastudio;

import java.util.Locale;
import java.util.Optional;

/** Whether a window can be opened here. */
final class Display {
    private Display() {}

    /** Why a window could not be opened, as a sentence with what to do. */
    static String explain(Throwable failure) {
        return "The studio cannot open a window here (" + failure.getMessage()
                + "). On Linux it needs an X display and the package libgtk-3-0.";
    }

    /** What keeps a window from opening, as a sentence; empty when nothing is known to. */
    static Optional<String> obstacle() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        boolean inMemory = System.getProperty("glass.platform") != null;
        if (!linux || inMemory) {
            return Optional.empty();
        }
        String display = System.getenv("DISPLAY");
        return display == null || display.isBlank()
                ? Optional.of("There is no display to open the studio on (DISPLAY is not set).")
                : Optional.empty();
    }
}
