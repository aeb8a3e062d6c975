package org.dwastudio.ui.preference;

import java.util.List;
import java.util.Locale;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.XAxis;
import org.dwastudio.ui.theme.Theme;

/**
 * Saved preferences of the application.
 *
 * @param theme light or dark theme
 * @param language language of the user interface
 * @param width width of the window
 * @param height height of the window
 * @param maximized true if the window is maximized
 * @param recentDatasets paths of recently used datasets, the newest first
 * @param recentFiles paths of recently opened files and folders, the newest first
 * @param chartAxis x axis of the charts of a synthesis
 */
public record Preferences(
        Theme theme,
        Language language,
        double width,
        double height,
        boolean maximized,
        List<String> recentDatasets,
        List<String> recentFiles,
        XAxis chartAxis) {
    public Preferences {
        recentDatasets = List.copyOf(recentDatasets);
        recentFiles = List.copyOf(recentFiles);
    }

    /** Creates preferences without recent datasets and files, and charts by iteration. */
    public Preferences(Theme theme, Language language, double width, double height, boolean maximized) {
        this(theme, language, width, height, maximized, List.of(), List.of(), XAxis.ITERATION);
    }

    /** Returns the preferences of the first start. */
    public static Preferences initial() {
        return new Preferences(Theme.DARK, Language.of(Locale.getDefault()), 1440, 900, false);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(other, language, width, height, maximized, recentDatasets, recentFiles, chartAxis);
    }

    public Preferences withLanguage(Language other) {
        return new Preferences(theme, other, width, height, maximized, recentDatasets, recentFiles, chartAxis);
    }

    public Preferences withSize(double otherWidth, double otherHeight, boolean otherMaximized) {
        return new Preferences(
                theme, language, otherWidth, otherHeight, otherMaximized, recentDatasets, recentFiles, chartAxis);
    }

    public Preferences withRecentDatasets(List<String> other) {
        return new Preferences(theme, language, width, height, maximized, other, recentFiles, chartAxis);
    }

    public Preferences withRecentFiles(List<String> other) {
        return new Preferences(theme, language, width, height, maximized, recentDatasets, other, chartAxis);
    }

    public Preferences withChartAxis(XAxis other) {
        return new Preferences(theme, language, width, height, maximized, recentDatasets, recentFiles, other);
    }
}
