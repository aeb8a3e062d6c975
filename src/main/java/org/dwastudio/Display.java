package org.dwastudio;

import java.util.Locale;
import java.util.Optional;

/** Check for a usable display, with messages for the case that no window can be opened. */
final class Display {
    private Display() {}

    /** Returns a message with the reason why no window could be opened and the possible fix. */
    static String explain(Throwable failure) {
        return "The studio cannot open a window here (" + failure.getMessage()
                + "). On Linux it needs an X display and the package libgtk-3-0.";
    }

    /** Returns a message with the known reason that prevents a window from opening; empty when there is none. */
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
