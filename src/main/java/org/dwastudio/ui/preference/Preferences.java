package org.dwastudio.ui.preference;

import java.util.List;
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
 * @param recentDatasets paths of datasets used before, the newest first
 * @param recentFiles paths of what was opened before, the newest first
 */
public record Preferences(
        Theme theme,
        Language language,
        double width,
        double height,
        boolean maximized,
        List<String> recentDatasets,
        List<String> recentFiles) {
    public Preferences {
        recentDatasets = List.copyOf(recentDatasets);
        recentFiles = List.copyOf(recentFiles);
    }

    /** Nothing used before. */
    public Preferences(Theme theme, Language language, double width, double height, boolean maximized) {
        this(theme, language, width, height, maximized, List.of(), List.of());
    }

    /** The first start's values. */
    public static Preferences initial() {
        return new Preferences(Theme.DARK, Language.of(Locale.getDefault()), 1440, 900, false);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(other, language, width, height, maximized, recentDatasets, recentFiles);
    }

    public Preferences withLanguage(Language other) {
        return new Preferences(theme, other, width, height, maximized, recentDatasets, recentFiles);
    }

    public Preferences withSize(double otherWidth, double otherHeight, boolean otherMaximized) {
        return new Preferences(theme, language, otherWidth, otherHeight, otherMaximized, recentDatasets, recentFiles);
    }

    public Preferences withRecentDatasets(List<String> other) {
        return new Preferences(theme, language, width, height, maximized, other, recentFiles);
    }

    public Preferences withRecentFiles(List<String> other) {
        return new Preferences(theme, language, width, height, maximized, recentDatasets, other);
    }
}
