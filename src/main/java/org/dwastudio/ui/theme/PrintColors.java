package org.dwastudio.ui.theme;

/** Colors of the light theme for files that are printed or become part of a document. */
public final class PrintColors {
    private PrintColors() {}

    /** Returns a color as {@code #rrggbb}. */
    public static String hex(ChartColor ink) {
        return switch (ink) {
            case BACKGROUND, SURFACE -> "#ffffff";
            case PLACEHOLDER -> "#f3f5f7";
            case TEXT -> "#1f2328";
            case MUTED_TEXT -> "#59636e";
            case GRID_LINE -> "#dfe4e9";
            case ACCENT, BLUE -> "#0969da";
            case CHANGED -> "#946300";
            case DONE, GREEN -> "#1a7f37";
            case ORANGE -> "#bc4c00";
            case VIOLET -> "#8250df";
            case CYAN -> "#1b7c83";
            case PINK -> "#bf3989";
            case GRAY -> "#656d76";
        };
    }
}
