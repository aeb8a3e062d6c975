package org.dwastudio.ui.theme;

import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;

/**
 * The studio's two looks. Each is one user-agent style sheet that builds on AtlantaFX's Primer and loads the bundled
 * font, so that windows, dialogs and pop-ups all wear it without being told.
 */
public enum Theme {
    LIGHT,
    DARK;

    /** The family name of the bundled font, which draws Latin and Japanese. */
    public static final String FONT_FAMILY = "Noto Sans CJK JP";

    /** The address of this theme's style sheet. */
    public String stylesheet() {
        String name = "studio-" + name().toLowerCase(Locale.ROOT) + ".css";
        URL address = Theme.class.getResource(name);
        return Objects.requireNonNull(address, () -> name + " is missing from the class path")
                .toExternalForm();
    }

    /** Dresses every window of the application; may be called again while windows are open. FX thread only. */
    public void apply() {
        Application.setUserAgentStylesheet(stylesheet());
    }

    /** The other of the two. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
