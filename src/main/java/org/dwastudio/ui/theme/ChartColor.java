package org.dwastudio.ui.theme;

import java.util.Locale;

/** What a colour is for, wherever a control draws by itself. A {@link ThemeColors} tells which colour that is now. */
public enum ChartColor {
    /** Behind everything. */
    BACKGROUND,
    /** Behind a chart. */
    SURFACE,
    /** Where a picture is still to come. */
    PLACEHOLDER,
    TEXT,
    MUTED_TEXT,
    GRID_LINE,
    /** Running, current. */
    ACCENT,
    /** Selected, or changed from the preset. */
    CHANGED,
    /** Finished. */
    DONE,
    /** Curves, in the order in which they are best told apart. */
    BLUE,
    ORANGE,
    GREEN,
    VIOLET,
    CYAN,
    PINK,
    GREY;

    /** The name in style sheets: the property is {@code -ink-NAME}, a text's style class {@code ink-NAME}. */
    String cssName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The style class that gives a label this colour. */
    public String styleClass() {
        return "ink-" + cssName();
    }
}
