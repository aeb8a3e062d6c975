package org.dwastudio.ui.sweep.parallel;

import javafx.scene.paint.Color;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.ThemeColors;

/**
 * Colors of scores: from that of low ones to that of high ones, both of the theme, so that all of them differ from the
 * background.
 *
 * @param palette colors of the theme
 */
record ScoreColors(ThemeColors palette) {
    /** Returns the color of a score, 0 for the lowest to 1 for the highest one. */
    Color of(double place) {
        return palette.of(ChartColor.BLUE).interpolate(palette.of(ChartColor.GREEN), place);
    }
}
