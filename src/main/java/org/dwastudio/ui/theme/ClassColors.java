package org.dwastudio.ui.theme;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Colors of classes: those of the theme for the first eight, further ones around the color circle.
 *
 * @param palette colors of the theme
 */
public record ClassColors(ThemeColors palette) {
    private static final List<ChartColor> FIRST = List.of(
            ChartColor.BLUE,
            ChartColor.ORANGE,
            ChartColor.GREEN,
            ChartColor.PINK,
            ChartColor.CYAN,
            ChartColor.CHANGED,
            ChartColor.GRAY,
            ChartColor.VIOLET);
    private static final double GOLDEN_ANGLE = 137.508;
    private static final double HALF = 0.5;

    /** Returns the color of a class. */
    public Color of(int label) {
        if (label < FIRST.size()) {
            return palette.of(FIRST.get(label));
        }
        boolean dark = palette.of(ChartColor.BACKGROUND).getBrightness() < HALF;
        return Color.hsb(GOLDEN_ANGLE * (label - FIRST.size()), dark ? 0.5 : 0.85, dark ? 1 : 0.7);
    }

    /** Returns the color as 0xAARRGGBB. */
    public int argbOf(int label) {
        Color color = of(label);
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
