package org.dwastudio.ui.theme;

import java.util.Locale;

/** Purpose of a color in controls that draw themselves. {@link ThemeColors} maps it to the current theme's color. */
public enum ChartColor {
    /** Window background. */
    BACKGROUND,
    /** Chart background. */
    SURFACE,
    /** Place of an image that does not exist yet. */
    PLACEHOLDER,
    TEXT,
    MUTED_TEXT,
    GRID_LINE,
    /** Running or current item. */
    ACCENT,
    /** Selected item, or value that differs from the preset. */
    CHANGED,
    /** Finished item. */
    DONE,
    /** Color of a curve; the following constants are ordered by how well they can be distinguished. */
    BLUE,
    ORANGE,
    GREEN,
    VIOLET,
    CYAN,
    PINK,
    GRAY;

    /** Returns the name in style sheets: the property is {@code -ink-NAME}, a text's style class {@code ink-NAME}. */
    String cssName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the style class that gives a label this color. */
    public String styleClass() {
        return "ink-" + cssName();
    }
}
