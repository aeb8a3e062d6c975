package org.dwastudio.ui.theme;

import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.paint.Color;

/**
 * Light and dark theme. Each is one user-agent style sheet that builds on AtlantaFX's Primer and loads the bundled
 * font, so that it applies to all windows, dialogs and pop-ups.
 */
public enum Theme {
    LIGHT("#ffffff"),
    DARK("#0d1117");

    /** Family name of the bundled font, which covers Latin and Japanese. */
    public static final String FONT_FAMILY = "Noto Sans CJK JP";

    private final Color background;

    Theme(String background) {
        this.background = Color.web(background);
    }

    /** Returns the color of an empty window, which is seen before its style sheet is loaded. */
    public Color background() {
        return background;
    }

    /** Returns the address of this theme's style sheet on desktops with transparent windows. */
    public String stylesheet() {
        return stylesheet(true);
    }

    /** Returns the address of the style sheet with shadows, or that for desktops without transparent windows. */
    String stylesheet(boolean shadows) {
        String name = "studio-" + name().toLowerCase(Locale.ROOT) + (shadows ? ".css" : "-opaque.css");
        URL address = Theme.class.getResource(name);
        return Objects.requireNonNull(address, () -> name + " is missing from the class path")
                .toExternalForm();
    }

    /**
     * Applies the theme to every window of the application; may be called again while windows are open. FX thread only.
     */
    public void apply() {
        Application.setUserAgentStylesheet(stylesheet(Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)));
    }

    /** Returns the other theme. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
