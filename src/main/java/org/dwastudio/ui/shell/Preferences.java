package org.dwastudio.ui.shell;

import java.util.Locale;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.theme.Theme;

/**
 * What the studio remembers.
 *
 * @param theme light or dark
 * @param language of every text
 * @param width of the window
 * @param height of the window
 * @param maximized whether it fills the screen
 */
public record Preferences(Theme theme, Language language, double width, double height, boolean maximized) {

    /** The first start's values. */
    public static Preferences initial() {
        return new Preferences(Theme.DARK, Language.of(Locale.getDefault()), 1440, 900, false);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(other, language, width, height, maximized);
    }

    public Preferences withLanguage(Language other) {
        return new Preferences(theme, other, width, height, maximized);
    }

    public Preferences withSize(double otherWidth, double otherHeight, boolean otherMaximized) {
        return new Preferences(theme, language, otherWidth, otherHeight, otherMaximized);
    }
}
