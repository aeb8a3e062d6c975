package org.dwastudio.ui.theme;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.Property;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Current theme colors for controls that draw themselves: an invisible child whose properties {@code -ink-…} are set by
 * the style sheet (style class {@code palette}).
 */
public final class ThemeColors extends Region {
    private static final List<CssMetaData<? extends Styleable, ?>> CSS_META_DATA = cssMetaData();

    private final Map<ChartColor, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(ChartColor.class);

    /**
     * Creates the colors.
     *
     * @param whenChanged action that runs on the FX thread after a color changed
     */
    public ThemeColors(Runnable whenChanged) {
        getStyleClass().add("palette");
        setManaged(false);
        setMouseTransparent(true);
        for (ChartColor ink : ChartColor.values()) {
            var color = new SimpleStyleableObjectProperty<>(new ColorMetaData(ink), this, ink.cssName(), Color.GRAY);
            color.addListener((observable, old, now) -> whenChanged.run());
            colors.put(ink, color);
        }
    }

    public Color of(ChartColor ink) {
        return Objects.requireNonNull(colors.get(ink)).get();
    }

    /** Returns the color as 0xAARRGGBB. */
    public int argbOf(ChartColor ink) {
        Color color = of(ink);
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS_META_DATA;
    }

    private static List<CssMetaData<? extends Styleable, ?>> cssMetaData() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        for (ChartColor ink : ChartColor.values()) {
            all.add(new ColorMetaData(ink));
        }
        return List.copyOf(all);
    }

    private static final class ColorMetaData extends CssMetaData<ThemeColors, Color> {
        private final ChartColor ink;

        ColorMetaData(ChartColor ink) {
            super("-ink-" + ink.cssName(), ColorConverter.getInstance(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(ThemeColors palette) {
            return !Objects.requireNonNull((Property<Color>) palette.colors.get(ink))
                    .isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(ThemeColors palette) {
            return Objects.requireNonNull(palette.colors.get(ink));
        }
    }
}
